/** What the section of a reading list said held for each feed that came from there; only tags have a place of their own in `include`. */
export function setListKey(keys: Map<string, unknown>, name: string, value: unknown): void {
  if (name === 'tags' || name.startsWith('x-')) keys.set(name, value)
  else keys.set('defaults', new Map([...((keys.get('defaults') as Map<string, unknown>) ?? []), [name, value]]))
}
