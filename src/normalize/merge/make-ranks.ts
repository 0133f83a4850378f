/**
 * Ranks in the feed for entries that have none yet, between those of their neighbours; smaller ranks come first.
 *
 * Ranks only decide between entries of one feed at one instant, as all are in a feed without dates. They are given once,
 * so an entry that is new at the top gets a rank before all others, and the others keep theirs.
 *
 * @param known the ranks of one version's entries, in the order of the feed; `undefined` where an entry is new
 * @param start the ranks of a version without known entries begin after this number
 */
export function makeRanks(known: (number | undefined)[], start = 0): number[] {
  const ranks: number[] = []
  for (let index = 0; index < known.length; index++) {
    const rank = known[index]
    if (rank !== undefined) {
      ranks.push(rank)
      continue
    }
    const next = known.findIndex((other, at) => at > index && other !== undefined)
    const end = next === -1 ? known.length : next
    ranks.push(...spread(ranks.at(-1), known[end], end - index, start))
    index = end - 1
  }
  return ranks
}

/** `count` numbers that ascend between two others, where there are such. */
function spread(before: number | undefined, after: number | undefined, count: number, start: number): number[] {
  const steps = Array.from({ length: count }, (_, index) => index + 1)
  if (before === undefined && after === undefined) return steps.map((step) => start + step)
  if (before === undefined) return steps.map((step) => (after ?? 0) - count - 1 + step)
  if (after === undefined || after <= before) return steps.map((step) => before + step)
  return steps.map((step) => before + ((after - before) * step) / (count + 1))
}
