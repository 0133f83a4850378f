/** Signs and labels that are coloured where a line begins with them: red for errors, yellow for warnings. */
const painted: [start: RegExp, color: number][] = [
  [/^(?:Failed|Failing)\b/, 31],
  [/^ {2}✗(?= )/, 31],
  [/^(?:Waiting|Moved)\b/, 33],
  [/^ {2}!(?= )/, 33],
  [/^(?:New|Changed)\b/, 32],
  [/^FEED .*/, 1],
]

/** Text with colours (ECMA-48, SGR) at the beginning of some lines. The words say the same without colour. */
export function paint(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [start, color] = painted.find(([start]) => start.test(line)) ?? []
      return start === undefined ? line : line.replace(start, `\u001b[${color}m$&\u001b[m`)
    })
    .join('\n')
}

/**
 * Whether a stream wants colours: NO_COLOR (no-color.org) takes precedence over FORCE_COLOR; else where it is a terminal that can show
 * them.
 */
export function isPainted(stream: { isTTY?: boolean }, env: Partial<Record<string, string>>): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb'
}
