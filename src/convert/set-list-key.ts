/**
 * Keys in the section of a reading list applied to each feed from that list; only tags have a key of their own in `include`, other keys go
 * below `defaults`.
 */
export function setListKey(keys: Map<string, unknown>, name: string, value: unknown): void {
  if (name === 'tags' || name.startsWith('x-')) keys.set(name, value)
  else keys.set('defaults', new Map([...((keys.get('defaults') as Map<string, unknown>) ?? []), [name, value]]))
}
