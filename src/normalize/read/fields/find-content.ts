import { htmlToText, isUnseen } from '../../../html/to-text.ts'
import { allKinds, type Element, elementsOf, type Fields } from '../xml/element.ts'
import type { Context } from '../xml/enter-element.ts'
import { makeText, type RssKind, type SourceText } from './make-text.ts'

/** Names that begin with "?" are elements of RSS with a default namespace that nobody knows; XHTML has none of these. */
export const titleNames = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title', '?:title'] as const

export const rightsNames = [
  'copyright',
  'rights',
  'atom:rights',
  'atom:copyright',
  'dc:rights',
  'media:copyright',
] as const

/** Elements that hold the whole text of an entry, best first. */
const contentNames = [
  'atom:content',
  'content:encoded',
  'content:items',
  'xhtml:body',
  'xhtml:div',
  'content',
  'fullitem',
  'fulltext',
  'yandex:full-text',
  'turbo:content',
  'body',
  'encoded',
] as const

/** Elements of RSS that may be either content or summary. */
const descriptionNames = ['description', 'abstract', 'atom:description', 'xhtml:description', '?:description'] as const

const summaryNames = ['atom:summary', 'summary'] as const

/** Elements of other modules, for entries that lack the format's own. */
const fallbackNames = [
  'dc:description',
  'itunes:summary',
  'googleplay:description',
  'itunes:subtitle',
  'media:description',
  'dcterms:abstract',
  'source:markdown',
] as const

/** The first text that is not blank among the elements of these names. */
export function findText(
  fields: Fields,
  names: readonly string[],
  context: Context,
  rssKind: RssKind,
): SourceText | undefined {
  for (const name of names) {
    for (const element of fields.get(name) ?? []) {
      const text = makeText(name === 'content:items' ? literalOf(element) : element, context, rssKind)
      if (text !== undefined) return text
    }
  }
  return undefined
}

/**
 * Find an entry's content and summary.
 *
 * A `description` is the content where there is nothing fuller, else the summary. A summary equal to the content is left out.
 */
export function findContent(
  fields: Fields,
  context: Context,
): { content: SourceText | undefined; summary: SourceText | undefined } {
  const description = findText(fields, descriptionNames, context, 'html')
  const written = richestContent(fields, context) ?? findText(fields, contentNames, context, 'html')
  const full = written !== undefined && description !== undefined && isEmpty(written) ? undefined : written
  const summary = findText(fields, summaryNames, context, 'html')
  const content = full ?? description
  const short = full === undefined ? summary : (summary ?? description)
  if (content === undefined && short === undefined) {
    const fallback = findText(fields, fallbackNames, context, 'guess') ?? describedMedia(fields, context)
    return { content: undefined, summary: fallback }
  }
  return { content, summary: short && content && saysTheSame(short, content) ? undefined : short }
}

/** Atom 0.3 has a text in several forms side by side (section 4.13): of those, the first with markup. */
function richestContent(fields: Fields, context: Context): SourceText | undefined {
  const forms = fields.get('atom:content') ?? []
  if (forms.length < 2) return undefined
  return forms.map((form) => makeText(form, context, 'html')).find((text) => text?.kind === 'html')
}

/**
 * The element that holds the text in the older form of RSS 1.0's content module: `content:items`, a list in RDF, `content:item`,
 * `rdf:value`.
 */
function literalOf(element: Element): Element {
  const [first] = elementsOf(element)
  const value = elementsOf(element).find(({ name }) => name === 'rdf:value')
  return value ?? (first === undefined ? element : literalOf(first))
}

/** Whether a text shows nothing: `<p>&nbsp;</p>`, as editors leave it. */
function isEmpty({ kind, value }: SourceText): boolean {
  if (kind === 'text' || value.length > 10_000) return false
  if (/<(img|picture|video|audio|iframe|object|embed|svg|math|amp-|lite-|table|hr)\b/i.test(value)) return false
  // Most texts show at their beginning that they are not empty: parsing them whole would be wasted.
  if (!/<(script|style|title|!--)/i.test(value) && /(?:^|>)[^<>&]*[\p{L}\p{N}]/u.test(value)) return false
  return isUnseen(htmlToText(value))
}

function describedMedia(fields: Fields, context: Context): SourceText | undefined {
  const groups = allKinds(fields, ['media:group', 'media:content'])
  const descriptions = groups.flatMap(({ children }) =>
    children.filter((child) => typeof child !== 'string').filter(({ name }) => name === 'media:description'),
  )
  return descriptions.map((element) => makeText(element, context, 'guess')).find((text) => text !== undefined)
}

function saysTheSame(one: SourceText, other: SourceText): boolean {
  if (one.value === other.value) return true
  // Escaping and a paragraph around a text change its length a little; a real summary is much shorter.
  if (Math.min(one.value.length, other.value.length) * 2 < Math.max(one.value.length, other.value.length)) return false
  return plainOf(one) === plainOf(other)
}

function plainOf(text: SourceText): string {
  return text.kind === 'text' ? text.value.replace(/\s+/g, ' ') : htmlToText(text.value)
}
