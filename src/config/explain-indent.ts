/** Further off it is not a blank too many or too few, but another place. */
const farthest = 3

/**
 * A line that is indented by a few blanks too many or too few, in words; nothing where its neighbours do not tell.
 *
 * @param at offset of anything in that line
 */
export function explainIndent(text: string, at: number): string | undefined {
  const before = text.slice(0, at).split('\n')
  const line = `${before.pop() ?? ''}${text.slice(at).split('\n')[0] ?? ''}`
  const own = countBlanks(line)
  const isItem = /^ *- /.test(line)
  // From the nearest line up: its own column, and that of what stands behind its dash.
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
