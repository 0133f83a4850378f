/** A difference of this many columns is no blank too many or too few, but another level. */
const farthest = 3

/**
 * Explain a line that is indented by a few blanks too many or too few; `undefined` where the lines above give no better column.
 *
 * @param at any offset in that line
 */
export function explainIndent(text: string, at: number): string | undefined {
  const before = text.slice(0, at).split('\n')
  const line = `${before.pop() ?? ''}${text.slice(at).split('\n')[0] ?? ''}`
  const own = countBlanks(line)
  const isItem = /^ *- /.test(line)
  // Columns at which lines above begin, the nearest line first; of an item, the column of its text behind the dash.
  const columns = before.reverse().flatMap((other) => {
    if (/^\s*(#|$)/.test(other)) return []
    const dash = /^( *)- +/.exec(other)
    if (isItem) return dash === null ? [] : [countBlanks(other)]
    return [dash === null ? countBlanks(other) : dash[0].length]
  })
  const near = columns.filter((column) => column !== own && Math.abs(column - own) < farthest)
  const [best] = near.sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
  return best === undefined
    ? undefined
    : `begins after ${nameBlanks(own)}; to belong to the lines above, it must begin after ${best === 0 ? 'none' : best}`
}

function countBlanks(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0
}

function nameBlanks(count: number): string {
  return count === 0 ? 'no blank' : `${count} ${count === 1 ? 'blank' : 'blanks'}`
}
