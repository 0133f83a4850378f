/** Signs and labels that are painted, where a line begins with them: red for what is wrong, yellow for what to look at. */
const painted: [start: RegExp, color: number][] = [
  [/^(?:Failed|Failing)\b/, 31],
  [/^ {2}✗(?= )/, 31],
  [/^(?:Waiting|Moved)\b/, 33],
  [/^ {2}!(?= )/, 33],
  [/^(?:New|Changed)\b/, 32],
  [/^FEED .*/, 1],
]

/** Text with colours (ECMA-48, SGR) at the beginning of some lines. What they mean is said in words, too. */
export function paint(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [start, color] = painted.find(([start]) => start.test(line)) ?? []
      return start === undefined ? line : line.replace(start, `\u001b[${color}m$&\u001b[m`)
    })
    .join('\n')
}

/** Whether colours are wanted there: NO_COLOR (no-color.org) goes before FORCE_COLOR; else on a terminal that can. */
export function isPainted(stream: { isTTY?: boolean }, env: Partial<Record<string, string>>): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb'
}
