import type { EntryView } from '../../theme.ts'

/** Bytes of the entries of one page; what stands around them is little. */
const most = 2_000_000

/** Bytes of views that are kept while it is found out which of them fit: a hundred of half a megabyte would take that of a machine. */
const mostKept = 2 * most

/** Of an entry's own markup, beside what its view holds. */
const markup = 1200

/**
 * The views of a page's entries, so that the page stays one that can be loaded: where all of them whole would be too much,
 * the longest become their first parts, and where those are too many, the last become titles.
 *
 * @param entries newest first
 * @param render as the page wants it, or shortened
 */
export function fitViews<Entry>(
  entries: readonly Entry[],
  render: (entry: Entry, index: number, shortened: 'part' | 'title' | undefined) => EntryView,
): EntryView[] {
  const { views, sizes } = renderWhole(entries, render)
  if (sizes === undefined) return views.flatMap((view) => view ?? [])
  let size = sizes.reduce((sum, part) => sum + part, 0)
  const shorten = (indexes: number[], shorter: 'part' | 'title') => {
    for (const index of indexes) {
      const [entry, before = 0] = [entries[index], sizes[index]]
      if (size <= most) return
      if (entry === undefined) continue
      const view = render(entry, index, shorter)
      const after = sizeOf(view)
      if (after >= before) continue
      views[index] = view
      sizes[index] = after
      size += after - before
    }
  }
  const order = [...sizes.keys()]
  shorten(
    order.toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)),
    'part',
  )
  shorten(order.reverse(), 'title')
  return entries.map((entry, index) => views[index] ?? render(entry, index, undefined))
}

/**
 * The entries as the page wants them, and how large each is, where all together may be too large. Of views that are more than is kept the
 * longest are forgotten: these are the first to be shortened.
 */
function renderWhole<Entry>(
  entries: readonly Entry[],
  render: (entry: Entry, index: number, shortened: undefined) => EntryView,
): { views: (EntryView | undefined)[]; sizes: number[] | undefined } {
  const views: (EntryView | undefined)[] = []
  let sizes: number[] | undefined
  let bound = 0
  let kept = 0
  for (const [index, entry] of entries.entries()) {
    const view = render(entry, index, undefined)
    views.push(view)
    bound += boundOf(view)
    if (sizes === undefined && bound <= most) continue
    const added = views.slice(sizes?.length ?? 0).map((each) => (each === undefined ? 0 : sizeOf(each)))
    sizes ??= []
    sizes.push(...added)
    kept += added.reduce((sum, part) => sum + part, 0)
    while (kept > mostKept) {
      const longest = findLongest(views, sizes)
      kept -= sizes[longest] ?? 0
      views[longest] = undefined
    }
  }
  return { views, sizes }
}

/** Of those that are there. */
function findLongest(views: readonly (EntryView | undefined)[], sizes: readonly number[]): number {
  let longest = -1
  for (const [index, view] of views.entries()) {
    if (view !== undefined && (longest < 0 || (sizes[index] ?? 0) > (sizes[longest] ?? 0))) longest = index
  }
  return longest
}

/** More bytes than `sizeOf` counts, found without writing it down: a character takes at most three, and six where JSON escapes it. */
function boundOf(view: EntryView): number {
  const twice = view.enclosures.reduce((sum, { url }) => sum + url.length + 200, 0)
  return 6 * lengthOf(view) + twice + markup
}

/** Characters of a value, those of keys with them. */
function lengthOf(value: unknown): number {
  let length = 40
  if (typeof value === 'string') length += value.length
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) length += lengthOf(inner)
  return length
}

function sizeOf(view: EntryView): number {
  // A recording's address stands in its player and in its link.
  const twice = view.enclosures.reduce((sum, { url }) => sum + url.length + 200, 0)
  return Buffer.byteLength(JSON.stringify(view)) + twice + markup
}
