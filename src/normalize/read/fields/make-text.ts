import { hasTags } from '../../../html/has-tags.ts'
import { looksLikeHtml } from '../../../html/looks-like-html.ts'
import { unwrapSection } from '../../../html/unwrap-section.ts'
import { type Element, elementsOf, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { type Mixed, renderNodes } from '../xml/render-nodes.ts'
import { localName } from '../xml/resolve-names.ts'
import { isWholeHtml } from './is-whole-html.ts'
import { joinSurrogates } from './join-surrogates.ts'
import { undoReferences } from './undo-references.ts'
import { unescapeOnce } from './unescape-once.ts'

/** A text as its feed wrote it: plain; HTML, not yet cleaned; or `lines`, text that counts as HTML but has no tags. */
export type SourceText = Context & { kind: 'text' | 'html' | 'lines'; value: string }

/** How an RSS text is read: always as HTML (`description`), or as what it looks like (`title`). */
export type RssKind = 'html' | 'guess'

/**
 * Read the text of an element: Atom's by its `type`, any other as RSS does.
 *
 * @returns `undefined` where it is blank, or nothing that can be shown
 */
export function makeText(element: Element, outer: Context, rssKind: RssKind): SourceText | undefined {
  const isAtom = element.name.startsWith('atom:') && !isBorrowed(element)
  const doubled = findDoubled(element)
  if (doubled !== undefined) return makeText(doubled, enterElement(element, outer), rssKind)
  const text = isAtom ? makeAtomText(element, outer, rssKind) : makeRssText(element, outer, rssKind)
  const value = text === undefined ? '' : joinSurrogates(text.value.trim())
  return text === undefined || value === '' ? undefined : { ...text, value }
}

/** "<title><title>…</title></title>": the element in one of its kind that holds nothing else. */
function findDoubled({ name, children }: Element): Element | undefined {
  if (children.length === 1 && typeof children[0] === 'string') return undefined
  const inner = children.find((child) => typeof child !== 'string')
  if (inner?.name !== name || name.startsWith('xhtml:')) return undefined
  return children.every((child) => child === inner || (typeof child === 'string' && !child.trim())) ? inner : undefined
}

/** RSS's `description` in the namespace of Atom, which has no such element, and so no type for it. */
function isBorrowed({ name, attributes }: Element): boolean {
  return name === 'atom:description' && attributes.type === undefined
}

/** Unescaped markup in RSS is meant as HTML; RSS has no attribute to say so. */
function makeRssText(element: Element, outer: Context, rssKind: RssKind): SourceText {
  const context = enterElement(element, outer)
  if (elementsOf(element).length > 0) return makeMarkup(element, context, 'beside')
  const value = unwrapSection(textOf(element))
  if (rssKind === 'html' && !hasTags(value)) return makeLines(value, context)
  const isHtml = rssKind === 'html' || element.attributes.type === 'html' || looksLikeHtml(value)
  return { ...context, kind: isHtml ? 'html' : 'text', value }
}

/** RFC 4287, sections 3.1 and 4.1.3.3; Atom 0.3 has a `mode` beside the type. */
function makeAtomText(element: Element, outer: Context, rssKind: RssKind): SourceText | undefined {
  const context = enterElement(element, outer)
  const parts = element.attributes.type?.trim().toLowerCase() === 'multipart/alternative' ? elementsOf(element) : []
  if (parts.length > 0) return makeAlternative(parts, context, rssKind)
  const type = (element.attributes.type ?? '').replace(/;.*/s, '').trim().toLowerCase()
  const mode = element.attributes.mode?.trim().toLowerCase()
  const isXhtml = type === 'xhtml' || type === 'application/xhtml+xml'
  // Atom 0.3, section 3.1.2: what is escaped is of its type once it is not.
  if (mode === 'escaped' && isXhtml && elementsOf(element).length === 0) {
    return { ...context, kind: 'html', value: unwrapSection(textOf(element)) }
  }
  if (mode !== 'base64' && (isXhtml || elementsOf(element).length > 0)) {
    return makeMarkup(element, context, type === 'html' || type === 'text/html' ? 'inside' : undefined)
  }
  const value = unwrapSection(textOf(element))
  if (mode === 'base64') return makeDecoded(value, type, context)
  if (isBinary(type) && isBase64(value)) return makeDecoded(value, type, context)
  if (type === 'html' || type === 'text/html') return { ...context, kind: 'html', value }
  if (element.attributes.type === undefined && mode === undefined) return makeUntyped(value, context, rssKind)
  // Atom 0.3: "escaped" says that something was escaped, but not that it is HTML.
  const kind = mode === 'escaped' && type === '' && looksLikeHtml(value) ? 'html' : 'text'
  return { ...context, kind, value }
}

/** Without a type, a text is plain, and Atom's default is kept but where it was plainly forgotten to say that it is HTML. */
function makeUntyped(value: string, context: Context, rssKind: RssKind): SourceText {
  if (rssKind === 'html') return { ...context, kind: isWholeHtml(value) ? 'html' : 'text', value }
  return undoReferences({ ...context, kind: 'text', value })
}

/** RSS's HTML that has no tags, or only such as were escaped once too often. */
function makeLines(value: string, context: Context): SourceText {
  const html = unescapeOnce(value)
  return html === undefined ? { ...context, kind: 'lines', value } : { ...context, kind: 'html', value: html }
}

/** Atom 0.3, section 4.13.1: one text in several forms. The richest form comes last, as in mail. */
function makeAlternative(parts: readonly Element[], context: Context, rssKind: RssKind): SourceText | undefined {
  const texts = parts.flatMap((part) => makeAtomText(part, context, rssKind) ?? [])
  return texts.findLast(({ kind }) => kind === 'html') ?? texts.at(-1)
}

function isBinary(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[/+]xml$/.test(type) && type !== 'application/json'
}

/** Whether a text is really base64: an unknown type may be given to a plain text as well. */
function isBase64(value: string): boolean {
  const digits = value.replace(/\s+/g, '')
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits)
}

function makeDecoded(base64: string, type: string, context: Context): SourceText | undefined {
  const value = Buffer.from(base64, 'base64').toString('utf8')
  // An image, or anything else that is not text.
  if (value.includes('\uFFFD') || value.includes('\0')) return undefined
  return { ...context, kind: type.includes('html') || looksLikeHtml(value) ? 'html' : 'text', value }
}

/**
 * XHTML comes in a `div` that is not part of it (RFC 4287, section 3.1.1.3).
 *
 * @param mixed the element declares HTML: some of it may be escaped, and some not
 */
function makeMarkup(element: Element, context: Context, mixed?: Mixed): SourceText {
  const [first, second] = elementsOf(element)
  const isWrapped =
    first !== undefined &&
    second === undefined &&
    localName(first.name) === 'div' &&
    element.children.every((child) => typeof child !== 'string' || child.trim() === '')
  const holder = isWrapped ? first : element
  const inner = isWrapped ? enterElement(first, context) : context
  const text = elementsOf(holder).length > 0 ? '' : textOf(holder)
  // Markup that was escaped all the same: nothing of XHTML stands beside it.
  if (/^\s*<[a-z]/i.test(text) && looksLikeHtml(text)) return { ...inner, kind: 'html', value: text }
  return { ...inner, kind: 'html', value: renderNodes(holder.children, inner.base, mixed) }
}
