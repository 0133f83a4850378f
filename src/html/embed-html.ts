import { decodeAttribute } from './decode-attribute.ts'
import { elements, globalAttributes, headingNames } from './elements.ts'
import { type Embedding, embedNodes, findOwnFragment } from './embed-nodes.ts'
import { openBox } from './open-box.ts'
import { parseHtml } from './parse-html.ts'
import { escapeAttribute } from './render-html.ts'

/** A tag as `renderHtml` writes it: lower case, every value in double quotes, no "<" or ">" in it. */
const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)( \/)?>/g
/** The same of those with attributes. */
const fullTag = /<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")+)(?: \/)?>/g
/** What shows pictures. */
const hasPictures = /<(?:img|picture|video) /
const attribute = / ([a-z-]+)="([^"]*)"/g

/**
 * Stored HTML as it stands in a page: what `embedNodes` makes of its nodes, without taking it apart. Most tags are copied as they
 * stand; where a text is not as `renderHtml` writes it, or holds what the table of elements does not let through, its nodes decide.
 */
export function embedHtml(html: string, embedding: Embedding): string {
  const isForNodes = embedding.strip || (embedding.pictures !== undefined && hasPictures.test(html))
  const embedded = isForNodes ? undefined : scan(html, embedding)
  return embedded ?? embedNodes(parseHtml(html).nodes, embedding)
}

/**
 * Stored HTML as it stands in our feeds: ids begin with the entry's anchor, since a reader puts many posts into one document, and links
 * within the post lead to its place on our page.
 *
 * @param place the address of the page that shows the entry, without a fragment
 */
export function embedInFeed(html: string, anchor: string, ownPages: string[], place: string): string {
  if (!html.includes(' id="')) return html
  const ids = openIds(html)
  return html.replace(fullTag, (whole, name: string, attributes: string) => {
    if (!attributes.includes(' id="') && !(name === 'a' && attributes.includes('#'))) return whole
    return whole.replace(attribute, (written, key: string, value: string) => {
      if (key === 'id') return ` id="${anchor}-${value}"`
      const fragment =
        key === 'href' && name === 'a' && value.includes('#')
          ? findOwnFragment(decodeAttribute(value), ids(), ownPages)
          : undefined
      return fragment === undefined ? written : ` href="${escapeAttribute(`${place}#${anchor}-${fragment}`)}"`
    })
  })
}

/** @returns `undefined` where the nodes are to decide */
function scan(html: string, { anchor, ownPages, lazy, level, label }: Embedding): string | undefined {
  const ids = openIds(html)
  const boxes = { table: 0, pre: 0 }
  const headings: string[] = []
  let [result, end, highest] = ['', 0, 7]
  tag.lastIndex = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const [whole, slash, name = '', attributes = ''] = match
    if (!isPlainText(html, end, match.index)) return undefined
    result += html.slice(end, match.index)
    end = match.index + whole.length
    const rule = elements.get(name)
    if (rule?.fate !== 'stays' || rule.becomes !== undefined) return undefined
    if (slash !== '') {
      const shown = headingNames.has(name) ? headings.pop() : name
      if (shown === undefined) return undefined
      result += `</${shown}>${name === 'table' || name === 'pre' ? '</div>' : ''}`
      continue
    }
    let [shown, given] = [name, attributes]
    if (headingNames.has(name)) {
      const own = Number(name.charAt(1))
      highest = Math.min(highest, own)
      shown = `h${Math.min(own <= highest ? level : level + 1, 6)}`
      headings.push(shown)
    }
    if (name === 'table' || name === 'pre') {
      boxes[name] += 1
      result += openBox(name, boxes[name], label)
    }
    if (given !== '' || loads.has(name)) {
      const fitted = fitAttributes(name, given, rule.attributes)
      if (fitted === undefined) return undefined
      given = fitted
    }
    result += `<${shown}${given}${rule.isVoid ? ' />' : '>'}`
  }
  return isPlainText(html, end, html.length) ? result + html.slice(end) : undefined

  /** @returns `undefined` where one of them is not let through */
  function fitAttributes(name: string, text: string, own: readonly string[] | undefined): string | undefined {
    let [fitted, rel, alt] = ['', '', ' alt=""']
    for (const [whole, key = '', value = ''] of text.matchAll(attribute)) {
      if (!globalAttributes.includes(key) && own?.includes(key) !== true) return undefined
      if (key === 'alt') alt = ''
      if (key === 'id') fitted += ` id="${anchor}-${value}"`
      else if (key === 'href' && name === 'a') {
        const fragment = value.includes('#') ? findOwnFragment(decodeAttribute(value), ids(), ownPages) : undefined
        fitted += fragment === undefined ? whole : ` href="${escapeAttribute(`#${anchor}-${fragment}`)}"`
        rel = fragment === undefined ? ' rel="noopener"' : ''
      } else fitted += whole
    }
    if (name === 'a') return fitted + rel
    if (name === 'img') {
      const wait = lazy ? ' loading="lazy"' : ''
      return `${fitted}${alt} decoding="async"${wait} referrerpolicy="no-referrer"`
    }
    return loads.has(name) ? `${fitted} controls="" preload="none"` : fitted
  }
}

/** What is given attributes that nobody wrote. */
const loads = new Set(['img', 'video', 'audio'])

/** The ids of a text, which are looked for when a link may lead to one of them. */
function openIds(html: string): () => Set<string> {
  let found: Set<string> | undefined
  return () => {
    found ??= findIds(html)
    return found
  }
}

function findIds(html: string): Set<string> {
  const ids = new Set<string>()
  if (!html.includes(' id="')) return ids
  for (const [, , attributes = ''] of html.matchAll(fullTag)) {
    const id = / id="([^"]*)"/.exec(attributes)?.[1]
    if (id !== undefined) ids.add(decodeAttribute(id))
  }
  return ids
}

/** Whether a part of a text is only that: what looks like a tag in it is not of our making. */
function isPlainText(html: string, from: number, to: number): boolean {
  const [opens, closes] = [html.indexOf('<', from), html.indexOf('>', from)]
  return (opens < 0 || opens >= to) && (closes < 0 || closes >= to)
}
