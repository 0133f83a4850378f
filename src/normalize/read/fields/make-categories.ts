import { looksLikeHtml } from '../../../html/looks-like-html.ts'
import type { Node as HtmlNode } from '../../../html/nodes.ts'
import { parseHtml } from '../../../html/parse-html.ts'
import { htmlToText, isUnseen, nodesToText } from '../../../html/to-text.ts'
import type { Category } from '../../../model.ts'
import { allKinds, type Element, elementsOf, type Fields, hasKind, membersOf, textOf } from '../xml/element.ts'

const keywordLists = ['itunes:keywords', 'media:keywords']
const names: ReadonlySet<string> = new Set([
  'category',
  'atom:category',
  'categories',
  'dc:subject',
  'dcterms:subject',
  'media:category',
  'itunes:category',
  ...keywordLists,
])

/** The categories of an entry in its order, each once. */
export function makeCategories(fields: Fields): Category[] {
  if (!hasKind(fields, names)) return []
  const categories = [
    ...allKinds(fields, ['category', 'atom:category']).filter(isTopic).flatMap(splitLinks).map(makeCategory),
    ...allKinds(fields, ['categories']).flatMap(elementsOf).filter(isCategory).map(makeCategory),
    ...allKinds(fields, ['dc:subject', 'dcterms:subject', 'media:category'])
      .flatMap(membersOf)
      .flatMap(splitTags)
      .flatMap(splitLinks)
      .map(makeCategory),
    ...allKinds(fields, ['itunes:category'])
      .flatMap((category) => [category, ...elementsOf(category)])
      .map(makeCategory),
    ...allKinds(fields, keywordLists).flatMap((list) => textOf(list).split(',').map(makeTerm)),
  ]
  const byKey = new Map<string, Category>()
  for (const category of categories) {
    const key = JSON.stringify([category.term, category.scheme])
    if (!isUnseen(category.term) && !byKey.has(key)) byKey.set(key, category)
  }
  return [...byKey.values()]
}

function isCategory({ name }: Element): boolean {
  return name === 'category'
}

/** Google's feeds say in a category what kind of thing an entry is, "post" or "video": that is no topic. */
function isTopic({ attributes }: Element): boolean {
  return (
    attributes.scheme === undefined || !/^https?:\/\/schemas\.google\.com\/g\/2005#kind$/.test(attributes.scheme.trim())
  )
}

/** Media RSS has all tags of Flickr in one category, with blanks between (Media RSS 1.5.1, media:category). */
function splitTags(element: Element): Element[] {
  const { scheme } = element.attributes
  if (scheme?.trim() !== 'urn:flickr:tags') return [element]
  const tags = textOf(element).split(/\s+/)
  return tags.map((tag) => ({ ...element, attributes: { scheme }, children: [tag] }))
}

/** Longer markup is not read to its end: no list of topics is that long. */
const longestMarkup = 20_000

/** Drupal's views write the topics of a post as links to their pages, several in one element: each is a category. */
function splitLinks(element: Element): Element[] {
  const text = textOf(element)
  if (!/<a\s/i.test(text)) return [element]
  const terms: string[] = []
  const isList = walk(parseHtml(text.slice(0, longestMarkup)).nodes)
  return isList && terms.length > 0 ? terms.map((term) => ({ ...element, children: [term] })) : [element]

  function walk(nodes: readonly HtmlNode[]): boolean {
    return nodes.every((node) => {
      if (typeof node === 'string') return /^[\s,;|·]*$/.test(node)
      if (node.name === 'a') terms.push(nodesToText(node.children))
      return node.name === 'a' || walk(node.children)
    })
  }
}

/** Apple's categories have their text in an attribute, others as content. */
function makeCategory(element: Element): Category {
  const { term, label, scheme, domain, text } = element.attributes
  return {
    ...makeTerm((term ?? '').trim() || textOf(element).trim() || (label ?? text ?? '')),
    scheme: (scheme ?? domain)?.trim() || undefined,
    label: label?.trim() || undefined,
  }
}

/** A term is plain text, but many feeds escape it twice ("R&amp;D"), or write it as HTML. */
function makeTerm(text: string): Category {
  const term = /&(#\w+|\w+);/.test(text) || looksLikeHtml(text) ? htmlToText(text) : text
  return { term: term.replace(/\s+/g, ' ').trim(), scheme: undefined, label: undefined }
}
