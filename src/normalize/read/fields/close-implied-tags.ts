import { findOwn } from '../../../text/find-own.ts'

/** A tag as the sanitiser writes it: no "<" or ">" in its attributes. */
const tag = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g

const words = (list: string) => new Set(list.split(' '))

/** What keeps an item from ending the item around it. Landmarks and `center` do not: in a page they are a `div`. */
const itemWalls = words(
  'blockquote caption dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol pre summary table tbody td tfoot th thead tr ul',
)
const cells = words('caption td th')

/** Start tags that end an element further out, with all that is open in between (HTML, sections 13.2.6.4.7 and 13.2.6.4.9). */
const enders: Record<string, { ends: Set<string>; walls: Set<string> }> = {
  li: { ends: words('li'), walls: itemWalls },
  dd: { ends: words('dd dt'), walls: itemWalls },
  dt: { ends: words('dd dt'), walls: itemWalls },
  table: { ends: words('table'), walls: cells },
}

type Open = { name: string; isEnded: boolean }

/**
 * Write out the end tags that a browser thinks of by itself.
 *
 * Where it ends a `div` before its end tag comes, as in `<li><div><li></li></div></li>`, that end tag would end a `div` of the
 * page around the post. In the result no end tag can do that.
 *
 * @param html the sanitiser's output: every element has its end, in order
 */
export function closeImpliedTags(html: string): string {
  const open: Open[] = []
  return html.replace(tag, (whole, slash: string, name: string, attributes: string) => {
    if (slash !== '') return open.pop()?.isEnded ? '' : whole
    const before = endEarlier(name, open)
    if (!attributes.endsWith('/')) open.push({ name, isEnded: false })
    return before + whole
  })
}

/** The end tags that go before a start tag. */
function endEarlier(name: string, open: Open[]): string {
  const ender = findOwn(enders, name)
  if (ender === undefined) return ''
  const last = open.findLastIndex((element) => {
    return !element.isEnded && (ender.ends.has(element.name) || ender.walls.has(element.name))
  })
  if (last < 0 || !ender.ends.has(open[last]?.name ?? '')) return ''
  const ended = open.slice(last).filter((element) => !element.isEnded)
  for (const element of ended) element.isEnded = true
  return ended
    .reverse()
    .map((element) => `</${element.name}>`)
    .join('')
}
