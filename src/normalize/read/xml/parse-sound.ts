import { type Attributes, type Element, maxTreeDepth } from './element.ts'

const name = /[A-Za-z_][\w:.-]*/y
const blanks = /[\t\n ]*/y
const attributePattern = /[\t\n ]+([A-Za-z_][\w:.-]*)[\t\n ]*=[\t\n ]*(?:"([^"<]*)"|'([^'<]*)')/y
const tagEnd = /[\t\n ]*(\/?)>/y
const closing = /[\t\n ]*>/y
const numeric = /&#(?:([1-9]\d{0,6})|x([1-9A-Fa-f][\dA-Fa-f]{0,5}));/y

/** XML's own entities, the commonest first: the text behind the "&", and the character. */
const entities = [
  { name: 'lt;', character: '<' },
  { name: 'gt;', character: '>' },
  { name: 'amp;', character: '&' },
  { name: 'quot;', character: '"' },
  { name: 'apos;', character: "'" },
]

/**
 * Read repaired XML that is plainly well-formed, as nearly all feeds are, in one pass that copies the text between tags.
 *
 * It knows as much of XML as ordinary feeds use, and decides nothing: where it is in doubt (a name that is not ASCII, a repeated attribute,
 * an unknown reference, anything out of place), it gives up, and rss-parser reads the document from the beginning. A test holds that both
 * make the same tree of all fixtures, and of random changes to them.
 *
 * @returns the root, its names in lower case as written; `undefined` where another reader must decide
 */
export function parseSound(xml: string): Element | undefined {
  const top: Element = { name: '', attributes: {}, children: [] }
  const path = [top]
  /** Names of the open elements as written: an end tag must repeat the name exactly. */
  const names: string[] = []
  let current = top
  let at = 0

  for (;;) {
    const next = xml.indexOf('<', at)
    const end = next < 0 ? xml.length : next
    if (end > at && !addText(at, end)) return undefined
    if (next < 0) break
    const moved = readMarkup(next)
    if (moved === undefined) return undefined
    at = moved
  }
  const [root] = top.children
  return names.length === 0 && typeof root === 'object' ? root : undefined

  /** @returns the index behind a tag, a section, a comment or an instruction; `undefined`: in doubt */
  function readMarkup(start: number): number | undefined {
    switch (xml.charCodeAt(start + 1)) {
      case slash:
        return readEnd(start + 2)
      case exclamation:
        return readSpecial(start)
      case question:
        return readInstruction(start)
      default:
        return readStart(start + 1)
    }
  }

  function readStart(start: number): number | undefined {
    // One root, and no element deeper than the other readers go.
    if (current === top ? top.children.length > 0 : names.length >= maxTreeDepth) return undefined
    name.lastIndex = start
    const written = name.exec(xml)?.[0]
    if (written === undefined) return undefined
    let from = start + written.length
    let attributes: Attributes = {}
    let isEmpty = false
    if (xml.charCodeAt(from) !== greater) {
      const given = new Map<string, string>()
      for (attributePattern.lastIndex = from; ; from = attributePattern.lastIndex) {
        const found = attributePattern.exec(xml)
        if (found === null) break
        if (!addAttribute(given, found[1] ?? '', found[2] ?? found[3] ?? '')) return undefined
      }
      tagEnd.lastIndex = from
      const end = tagEnd.exec(xml)
      if (end === null) return undefined
      from = tagEnd.lastIndex
      isEmpty = end[1] === '/'
      attributes = Object.fromEntries(given)
    } else from += 1
    const element: Element = { name: written.toLowerCase(), attributes, children: [] }
    current.children.push(element)
    if (isEmpty) return from
    path.push(element)
    names.push(written)
    current = element
    return from
  }

  function readEnd(start: number): number | undefined {
    const open = names.pop()
    if (open === undefined || !xml.startsWith(open, start)) return undefined
    closing.lastIndex = start + open.length
    if (!closing.test(xml)) return undefined
    path.pop()
    current = path[path.length - 1] ?? top
    return closing.lastIndex
  }

  function readSpecial(start: number): number | undefined {
    if (xml.startsWith('<!--', start)) {
      const end = xml.indexOf('--', start + 4)
      return end >= 0 && xml.charCodeAt(end + 2) === greater ? end + 3 : undefined
    }
    if (current === top || !xml.startsWith('<![CDATA[', start)) return undefined
    const end = xml.indexOf(']]>', start + 9)
    if (end < 0) return undefined
    if (end > start + 9) append(xml.slice(start + 9, end))
    return end + 3
  }

  function readInstruction(start: number): number | undefined {
    name.lastIndex = start + 2
    if (!name.test(xml)) return undefined
    const end = xml.indexOf('?>', name.lastIndex)
    return end < 0 ? undefined : end + 2
  }

  /** @returns false where the meaning of the text is in doubt, or no text may be here */
  function addText(from: number, to: number): boolean {
    if (current === top) {
      blanks.lastIndex = from
      blanks.test(xml)
      return blanks.lastIndex === to
    }
    const text = decode(xml.slice(from, to))
    if (text === undefined) return false
    append(text)
    return true
  }

  function append(text: string): void {
    const { children } = current
    const last = children.length - 1
    const before = children[last]
    if (typeof before === 'string') children[last] = before + text
    else children.push(text)
  }
}

const [slash, exclamation, question, greater] = [47, 33, 63, 62]

/** @returns false for a repeated attribute, or a name that means something else to a plain object */
function addAttribute(given: Map<string, string>, written: string, value: string): boolean {
  const key = written.toLowerCase()
  const decoded = decode(value)
  if (decoded === undefined || key === '__proto__' || given.has(key)) return false
  given.set(key, decoded)
  return true
}

/** @returns `undefined` for a text with a reference that a full reader of XML must judge */
function decode(text: string): string | undefined {
  let next = text.indexOf('&')
  if (next < 0) return text
  let [decoded, from] = ['', 0]
  while (next >= 0) {
    const entity = findEntity(text, next + 1)
    const number = entity === undefined ? readNumber(text, next) : undefined
    const character = entity?.character ?? number
    if (character === undefined) return undefined
    decoded += text.slice(from, next) + character
    from = entity === undefined ? numeric.lastIndex : next + 1 + entity.name.length
    next = text.indexOf('&', from)
  }
  return decoded + text.slice(from)
}

function findEntity(text: string, at: number): (typeof entities)[number] | undefined {
  for (const entity of entities) if (text.startsWith(entity.name, at)) return entity
  return undefined
}

function readNumber(text: string, at: number): string | undefined {
  numeric.lastIndex = at
  const found = numeric.exec(text)
  return found === null ? undefined : characterOf(found[1], found[2])
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isControl = code < 32 && code !== 9 && code !== 10 && code !== 13
  const isHalf = code >= 0xd800 && code < 0xe000
  return isControl || isHalf || code > 0x10ffff ? undefined : String.fromCodePoint(code)
}
