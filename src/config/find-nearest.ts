/**
 * The word of a list that a misspelt word means: at most two letters off (one in a short word), the same letters in another order, or
 * singular for plural.
 */
export function findNearest(word: string, words: string[]): string | undefined {
  const wanted = word.toLowerCase()
  const sorted = (text: string) => [...text].sort().join('')
  const rated = words.map((other) => {
    const lower = other.toLowerCase()
    const isSame = sorted(lower) === sorted(wanted) || toSingular(lower) === toSingular(wanted)
    const distance = lower === wanted ? 0 : isSame ? 1 : countEdits(wanted, lower)
    return { other, distance }
  })
  const [best] = rated.sort((a, b) => a.distance - b.distance)
  const allowed = wanted.length <= 3 ? 1 : 2
  return best !== undefined && best.distance <= allowed ? best.other : undefined
}

/** "entries" and "entry", "feeds" and "feed". */
function toSingular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}

/** Letters to add, drop or change (Levenshtein). */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (let at = 0; at < to.length; at++) {
      const change = (row[at] ?? 0) + (letter === to[at] ? 0 : 1)
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
