import { decodeHTMLStrict } from 'entities'

/** Elements that people write in titles and texts. */
const known = new Set(
  (
    'a abbr acronym address article aside audio b bdi bdo big blockquote br center cite code col dd del details dfn div dl ' +
    'dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark nav nobr ol p picture ' +
    'pre q rp rt ruby s samp script section small source span strike strong style sub summary sup table tbody td tfoot th ' +
    'thead time tr tt u ul var video wbr'
  ).split(' '),
)

const voids = /<(br|hr|img|wbr)\b[^<>]*>/i
const tags = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi

/**
 * Whether a text is HTML, where its format leaves that open: RSS titles, and what RSS has no rule for.
 *
 * It is where it ends an element of HTML ("</b>"), has one that needs no end ("<br>"), or a character reference
 * ("&amp;", "&#8217;"), and no tag in it is unknown. "a < b", "AT&T", and "the <title> tag" are plain text.
 */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<') && !text.includes('&')) return false
  const marked = /<\/[a-z][a-z0-9]*\s*>/i.test(text) || voids.test(text) || hasReference(text)
  return marked && [...text.matchAll(tags)].every(([, name = '']) => known.has(name.toLowerCase()))
}

function hasReference(text: string): boolean {
  const [reference] = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i.exec(text) ?? []
  return reference !== undefined && decodeHTMLStrict(reference) !== reference
}
