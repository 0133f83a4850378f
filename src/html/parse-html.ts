import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { areWords } from './are-words.ts'
import { cleanText } from './clean-text.ts'
import { closeQuote } from './close-quote.ts'
import { type ElementRule, elements } from './elements.ts'
import { findForeign, foreign } from './find-foreign.ts'
import { findRawEnd } from './find-raw-end.ts'
import { isNoName } from './is-no-name.ts'
import { type Element, type Node, noAttributes } from './nodes.ts'
import { openComment } from './open-comment.ts'
import { scanPlain } from './scan-plain.ts'

/** Depth of nested elements; deeper tags are dropped and their text stays. */
export const maxDepth = 200

/** How many tags may be taken for text only after they were read to their end. */
const maxLooks = 100

export type ParsedHtml = {
  nodes: Node[]
  /** Elements without an end whose content a browser would hide: they hide nothing here. */
  unclosed: ReadonlySet<string>
  isTooDeep: boolean
}

/** An element while it is open; `isOpen` stays where its end tag never came. */
export type OpenElement = Element & { isOpen?: true }

/** The place where an element ended before its end tag came: that end tag then closes nothing else. */
type Ghost = { height: number; parent: Element }

/**
 * Parse a post's HTML into nodes, much as a browser does, in one pass whose time is in proportion to the length.
 *
 * It is htmlparser2's tokenizer with a tree of our own: htmlparser2's own parser takes time by the square of the depth, and its nodes
 * forget whether an element was ever closed. An element ends where browsers end it (`<li>`, `<td>`, `<p>`), but an end tag whose element
 * was ended that way closes nothing further out; and nothing swallows the rest of a text: a `<title>` or `<script>` without an end is only
 * a tag.
 *
 * @param scan the short way for simply written text; tests replace it to compare it with the tokenizer
 */
export function parseHtml(source: string, scan = scanPlain): ParsedHtml {
  const { text, hasOpenComment } = openComment(closeQuote(cleanText(source)))
  const top: Element = { name: '', attributes: noAttributes, children: [] }
  const stack: OpenElement[] = [top]
  const ghosts = new Map<string, Ghost[]>()
  const unclosed = new Set<string>(hasOpenComment ? ['!--'] : [])
  /** Names of raw elements that have no end tag from here on. */
  const endless = new Set<string>()
  let isTooDeep = false
  let hasForeign = false
  /** Number of start tags that were too deep and have not ended yet. */
  let beyond = 0
  /** Where in the text the tokenizer began, and where it is to begin again. */
  let offset = 0
  let next: number | undefined

  /** Whether we are behind a `<script>` without an end: the text up to the next tag is code. */
  let isCode = false
  let pending = ''
  let hasReference = false
  let tag = ''
  /** Where the tag's name begins. */
  let tagStart = 0
  /** Tags that may still be read twice: to their end, then as text. */
  let looks = maxLooks
  let attributes: Map<string, string> | undefined
  let attribute = ''
  let value = ''
  let valueHasReference = false

  const slice = (start: number, end: number) => text.slice(offset + start, offset + end)
  const last = () => stack[stack.length - 1] ?? top

  function flush(): void {
    const clean = hasReference ? cleanText(pending) : pending
    if (clean !== '' && !isCode) last().children.push(clean)
    pending = ''
    hasReference = false
    isCode = false
  }

  const handlers: TokenizerCallbacks = {
    // The tokenizer is never to look for the end of a raw element: see `skipRaw`.
    isInForeignContext: () => true,
    ontext(start, end) {
      // For a tag that is cut off by the end of the text, the tokenizer may give a negative start.
      if (start >= 0) pending += slice(start, end)
    },
    ontextentity(code) {
      pending += String.fromCodePoint(code)
      hasReference = true
    },
    onopentagname(start, end) {
      const name = slice(start, end).toLowerCase()
      tagStart = offset + start
      if (isNoName(name)) {
        takeAsText()
        return
      }
      tag = name === 'image' ? 'img' : name
      attributes = undefined
    },
    onattribname(start, end) {
      attribute = slice(start, end).toLowerCase()
      value = ''
      valueHasReference = false
    },
    onattribdata(start, end) {
      value += slice(start, end)
    },
    onattribentity(code) {
      value += String.fromCodePoint(code)
      valueHasReference = true
    },
    onattribend() {
      attributes ??= new Map()
      if (!attributes.has(attribute)) attributes.set(attribute, valueHasReference ? cleanText(value) : value)
    },
    onopentagend(end) {
      if (attributes === undefined || looks === 0 || !areWords(tag, text.slice(tagStart, offset + end))) {
        openTag(false, end)
        return
      }
      looks -= 1
      takeAsText()
    },
    onselfclosingtag(end) {
      openTag(true, end)
    },
    onclosetag(start, end) {
      flush()
      closeTag(slice(start, end).toLowerCase())
    },
    oncomment: () => {},
    oncdata: () => {},
    ondeclaration: () => {},
    onprocessinginstruction: () => {},
    onend: () => {},
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, handlers)

  const readPiece = (from: number, to: number) => {
    tokenizer.reset()
    offset = from
    tokenizer.write(text.slice(from, to))
    offset = 0
  }
  const takeNext = () => {
    const place = next
    next = undefined
    return place
  }
  next = scan(text, handlers, { readPiece, takeNext })
  while (next !== undefined) {
    tokenizer.reset()
    offset = next
    next = undefined
    tokenizer.write(text.slice(offset))
  }
  tokenizer.end()
  flush()
  leave(1)
  return { nodes: top.children, unclosed, isTooDeep }

  /** Take a "<" as a sign, and read what follows it as text. */
  function takeAsText(): void {
    pending += '<'
    attributes = undefined
    tokenizer.pause()
    next = tagStart
  }

  function openTag(isClosed: boolean, end: number): void {
    flush()
    const rule = elements.get(tag)
    endImplied(rule)
    const element: OpenElement = { name: tag, attributes: attributes ?? noAttributes, children: [] }
    if (rule?.isVoid) {
      last().children.push(element)
    } else if (rule?.isRaw && !isInForeign()) {
      last().children.push(element)
      if (!isClosed) skipRaw(element, offset + end + 1)
    } else if (stack.length > maxDepth) {
      isTooDeep = true
      if (!isClosed) beyond += 1
    } else {
      last().children.push(element)
      // An empty element as XML writes it ("/>"). HTML ignores the slash, and would take the rest of the post for the content.
      const isEmpty = isClosed && (rule?.fate === 'goes' || rule?.fate === 'links' || isInForeign())
      if (!isEmpty) stack.push(element)
      hasForeign ||= foreign.has(tag)
    }
  }

  /** Go on behind the end of a raw element; where it has no end, directly behind its start tag. */
  function skipRaw({ name, attributes, children }: Element, from: number): void {
    const end = endless.has(name) ? undefined : findRawEnd(text, name, from)
    if (end === undefined) {
      endless.add(name)
      unclosed.add(name)
      isCode = elements.get(name)?.isCode === true
      return
    }
    // Kept are the source of a formula, and the link that a frame holds.
    if (attributes.get('type')?.includes('tex') || (name === 'iframe' && end - from < 2000))
      children.push(text.slice(from, text.lastIndexOf('</', end - 1)))
    tokenizer.pause()
    next = end
  }

  function closeTag(name: string): void {
    if (name === 'br') last().children.push({ name, attributes: noAttributes, children: [] })
    if (elements.get(name)?.isVoid) return
    if (beyond > 0) {
      beyond -= 1
      return
    }
    const at = findOpen(name)
    if (isGhost(name, at)) return
    if (at <= 0) return
    leave(at + 1)
    // Setting `stack.length` would take as long as all else here.
    while (stack.length > at) stack.pop()
  }

  function findOpen(name: string): number {
    for (let at = stack.length - 1; at > 0; at--) if (stack[at]?.name === name) return at
    return -1
  }

  /** Whether an end tag belongs to an element that has already ended, inside of the element at this place. */
  function isGhost(name: string, at: number): boolean {
    const list = ghosts.get(name)
    if (list === undefined) return false
    for (let ghost = list.pop(); ghost !== undefined; ghost = list.pop()) {
      if (stack[ghost.height - 1] !== ghost.parent) continue
      if (ghost.height > at) return true
      list.push(ghost)
      return false
    }
    return false
  }

  function endImplied(rule: ElementRule | undefined): void {
    if (rule === undefined) return
    if (rule.endsForeign && isInForeign()) stack.length = findForeign(stack)
    while (rule.ends?.includes(last().name) && stack.length > 1) {
      leave(stack.length - 1)
      stack.pop()
    }
    if (rule.endsBeyond === undefined) return
    let ended = 0
    for (let at = stack.length - 1; at > 0; at--) {
      const open = stack[at]?.name ?? ''
      if (rule.endsBeyond.includes(open)) {
        ended = at
        if (!rule.endsOutermost) break
      } else if (rule.walls === undefined ? elements.get(open)?.isWall : rule.walls.includes(open)) break
    }
    if (ended > 0) endFrom(ended)
  }

  /** End the elements from this height on; their end tags may still come. */
  function endFrom(height: number): void {
    const parent = stack[height - 1] ?? top
    for (const { name } of stack.slice(height)) {
      const list = ghosts.get(name)
      if (list === undefined) ghosts.set(name, [{ height, parent }])
      else list.push({ height, parent })
    }
    leave(height)
    stack.length = height
  }

  function isInForeign(): boolean {
    return hasForeign && findForeign(stack) > 0
  }

  /** Note that the elements from this height on ended without an end tag of their own. */
  function leave(height: number): void {
    for (let at = height; at < stack.length; at++) {
      const element = stack[at]
      if (element !== undefined && elements.get(element.name)?.fate === 'goes') {
        element.isOpen = true
        if (element.name !== 'option') unclosed.add(element.name)
      }
    }
  }
}
