import type { EntryView } from '../../theme.ts'

/** Bytes of the entries of one page; the rest of the page is small. */
const most = 2_000_000

/**
 * Bytes of views that are kept until it is known which of them fit: a hundred views of half a megabyte each would take a machine's memory.
 */
const mostKept = 2 * most

/** Bytes of an entry's markup, beside the values of its view. */
const markup = 1200

/**
 * The views of a page's entries, so that the page can still be loaded: where all whole entries would be too large together, the longest are
 * cut to their first parts, and where even these are too many, the last are cut to titles.
 *
 * @param entries newest first
 * @param render renders an entry as the page wants it, or shortened
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
 * The entries as the page wants them, and, where all together may be too large, the size of each. Where the views exceed `mostKept`, the
 * longest are dropped: these are the first to be shortened.
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

/** The longest of the views that are kept. */
function findLongest(views: readonly (EntryView | undefined)[], sizes: readonly number[]): number {
  let longest = -1
  for (const [index, view] of views.entries()) {
    if (view !== undefined && (longest < 0 || (sizes[index] ?? 0) > (sizes[longest] ?? 0))) longest = index
  }
  return longest
}

/** An upper bound of `sizeOf`, found without serialising the view: a character takes at most three bytes, and six where JSON escapes it. */
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
  // The address of a recording stands twice, in its player and in its link.
  const twice = view.enclosures.reduce((sum, { url }) => sum + url.length + 200, 0)
  return Buffer.byteLength(JSON.stringify(view)) + twice + markup
}
