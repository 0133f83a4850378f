/**
 * Whether a feed is asked, where a key of it says so by yes or no: `enabled: false`, `disabled: true`.
 *
 * @returns `undefined` for a key that says something else
 */
export function fitState(name: string, value: unknown): 'on' | 'off' | undefined {
  const isYes = /^(1|y|yes|true|on)$/i.test(String(value))
  if (!isYes && !/^(0|n|no|false|off)$/i.test(String(value))) return undefined
  if (/^(is_?)?(active|enabled?)$/i.test(name)) return isYes ? 'on' : 'off'
  if (/^(is_?)?(inactive|disabled?|paused?|hidden|muted|dead)$/i.test(name)) return isYes ? 'off' : 'on'
  return undefined
}
