import { decodeAttribute } from './decode-attribute.ts'
import { type ElementRule, elements, globalAttributes, headingNames } from './elements.ts'
import { type Embedding, embedNodes, findOwnFragment } from './embed-nodes.ts'
import { openBox } from './open-box.ts'
import { parseHtml } from './parse-html.ts'
import { parseTag } from './parse-tag.ts'
import { escapeAttribute } from './render-html.ts'

/** A start tag with attributes, as `renderHtml` writes it: every value in double quotes, no "<" or ">" in it. */
const fullTag = /<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")+)(?: \/)?>/g
/** A link out of the text that has only an address, as nearly all do: the page's own attribute is appended. */
const plainLink = /^<a href="[^"<>#]*">$/
/** Elements that show pictures. */
const hasPictures = /<(?:img|picture|video) /
const attribute = / ([a-z-]+)="([^"]*)"/g

/**
 * Stored HTML as it stands in a page: the result of `embedNodes`, without parsing. Most tags are copied as they stand; a text that is not
 * as `renderHtml` writes it, or holds what the table of elements does not let through, is parsed and goes through `embedNodes`.
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
export function embedInFeed(html: string, anchor: string, ownPages: Embedding['ownPages'], place: string): string {
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
  // The text before `copied` is already in the result, as it is shown; an unchanged tag is copied together with the text around it.
  let result = ''
  let copied = 0
  let behind = 0
  let highest = 7
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', behind)) {
    const end = html.indexOf('>', behind) + 1
    // A ">" before the tag, or none.
    if (end <= at) return undefined
    behind = end
    const tag = html.slice(at, end)
    if (unchanged.has(tag)) continue
    if (plainLink.test(tag)) {
      result += `${html.slice(copied, end - 1)} rel="noopener">`
      copied = end
      continue
    }
    const found = parseTag(tag)
    const rule = found && elements.get(found.name)
    if (found === undefined || rule?.fate !== 'stays' || rule.becomes !== undefined) return undefined
    const { name, isEnd, attributes } = found
    const written = isEnd ? writeEnd(name) : writeStart(name, attributes, rule)
    if (written === undefined) return undefined
    if (written === 'as it is') continue
    result += html.slice(copied, at) + written
    copied = end
  }
  if (html.includes('>', behind)) return undefined
  return copied === 0 ? html : result + html.slice(copied)

  /** @returns `undefined` where there is no such heading */
  function writeEnd(name: string): string | undefined {
    if (name === 'table' || name === 'pre') return `</${name}></div>`
    if (!headingNames.has(name)) return 'as it is'
    const shown = headings.pop()
    return shown && `</${shown}>`
  }

  /** @returns `undefined` where an attribute is not let through */
  function writeStart(name: string, attributes: string, rule: ElementRule): string | undefined {
    const isHeading = headingNames.has(name)
    const isBox = name === 'table' || name === 'pre'
    if (!isHeading && !isBox && attributes === '' && !loads.has(name)) return rule.isVoid ? `<${name} />` : 'as it is'
    const given = attributes !== '' || loads.has(name) ? fitAttributes(name, attributes, rule.attributes) : ''
    if (given === undefined) return undefined
    const shown = isHeading ? demote(name) : name
    if (isHeading) headings.push(shown)
    if (isBox) boxes[name] += 1
    return `${isBox ? openBox(name, boxes[name], label) : ''}<${shown}${given}${rule.isVoid ? ' />' : '>'}`
  }

  function demote(name: string): string {
    const own = Number(name.charAt(1))
    highest = Math.min(highest, own)
    return `h${Math.min(own <= highest ? level : level + 1, 6)}`
  }

  /** @returns `undefined` where one of them is not let through */
  function fitAttributes(name: string, text: string, own: readonly string[] | undefined): string | undefined {
    let fitted = ''
    let rel = ''
    let alt = ' alt=""'
    // ` key=`, then its value, and so on: nothing else stands in a tag as `renderHtml` writes it.
    const parts = text.split('"')
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const key = parts[at]?.slice(1, -1) ?? ''
      const value = parts[at + 1] ?? ''
      const whole = ` ${key}="${value}"`
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

/** Elements to which the page adds attributes even where they have none. */
const loads = new Set(['img', 'video', 'audio'])

/** Tags without attributes that stand in a page as they are stored: most tags are such. */
const unchanged = new Set(
  [...elements].flatMap(([name, { fate, becomes, isVoid }]) => {
    const isFitted = headingNames.has(name) || loads.has(name) || name === 'table' || name === 'pre'
    return fate === 'stays' && becomes === undefined && !isVoid && !isFitted ? [`<${name}>`, `</${name}>`] : []
  }),
)

/** The ids of a text, collected only when a link may lead to one of them. */
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
