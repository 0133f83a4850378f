import { resolveWebUrl } from '../text/resolve-url.ts'
import { decodeAttribute } from './decode-attribute.ts'

/** Characters of a page that are read: icons are named in its head. */
const mostOfPage = 200_000

const link = /<link\b([^<>]*)>/gi
/** Matches from the first letter of a name only: tried from each letter, a long name would take time by the square of its length. */
const attribute = /(?<![\w:-])([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

type Icon = { address: string; size: number }

/**
 * The icons that a web page names (HTML, section 4.6.7.8), the best first: the one for telephones, then large ones; last `/favicon.ico`,
 * where browsers have always looked.
 *
 * @param base the page's address
 */
export function findIcons(page: string, base: string): string[] {
  const icons: Icon[] = []
  for (const [, attributes = ''] of page.slice(0, mostOfPage).matchAll(link)) {
    const given = new Map<string, string>()
    for (const [, name = '', double, single, bare] of attributes.matchAll(attribute)) {
      given.set(name.toLowerCase(), decodeAttribute(double ?? single ?? bare ?? ''))
    }
    const rel = given.get('rel')?.toLowerCase().split(/\s+/) ?? []
    const isTouch = rel.some((word) => word.startsWith('apple-touch-icon'))
    const address = resolveWebUrl(given.get('href') ?? '', base)
    if (!(isTouch || rel.includes('icon')) || address === undefined || isDrawing(given, address)) continue
    icons.push({ address, size: Number(/^\d{1,4}/.exec(given.get('sizes') ?? '')?.[0] ?? (isTouch ? 180 : 16)) })
  }
  const usual = resolveWebUrl('/favicon.ico', base)
  const sorted = icons.sort((a, b) => b.size - a.size).map(({ address }) => address)
  return [...new Set([...sorted, ...(usual === undefined ? [] : [usual])])]
}

/** SVG is left out: it may hold a program. */
function isDrawing(given: Map<string, string>, address: string): boolean {
  return given.get('type') === 'image/svg+xml' || /\.svg([?#]|$)/i.test(address)
}
