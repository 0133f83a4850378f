import type { TokenizerCallbacks } from 'htmlparser2'

/** The callbacks that the tokenizer and `scanPlain` call, with places in the text. */
type Told = Pick<
  TokenizerCallbacks,
  | 'ontext'
  | 'onopentagname'
  | 'onattribname'
  | 'onattribdata'
  | 'onattribend'
  | 'onopentagend'
  | 'onselfclosingtag'
  | 'onclosetag'
>

/** The reader of the pieces that `scanPlain` does not read itself. */
export type Reader = {
  /** Read a text without tags, or one whole tag. */
  readPiece(from: number, to: number): void
  /** Where to go on, if the last callback moved on: behind the end of a `<script>`. */
  takeNext(): number | undefined
}

const [tab, newLine, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32]
const [mark, double, single, dash, slash, equals, greater] = [33, 34, 39, 45, 47, 61, 62]
const noValue = 0

/**
 * Call back as htmlparser2's tokenizer would, as long as the HTML is written as most is: tags whose attributes have quoted values, texts,
 * comments. That takes a third of the time of the tokenizer, which looks at each letter. A text or tag with character references is read by
 * the tokenizer itself, and so is all the rest once anything is written differently.
 *
 * @returns the index from which the tokenizer is to read
 */
export function scanPlain(text: string, told: Told, { readPiece, takeNext }: Reader): number {
  const parts: number[] = []
  let at = 0
  /** The next "&" that was looked for, or the end. */
  let reference = findFrom(text, '&', 0)
  while (at < text.length) {
    const tag = findFrom(text, '<', at)
    if (reference < at) reference = findFrom(text, '&', at)
    if (reference < tag) {
      // The meaning of a reference that the tag cuts off depends on the tag.
      const end = text.indexOf(';', text.lastIndexOf('&', tag - 1))
      if (end < 0 || end > tag) return at
      readPiece(at, tag)
    } else if (tag > at) told.ontext(at, tag)
    if (tag === text.length) return tag
    at = tag

    const next = text.charCodeAt(tag + 1)
    if (next === mark) {
      const end = findCommentEnd(text, tag)
      if (end < 0) return at
      at = end
      continue
    }
    const nameFrom = next === slash ? tag + 2 : tag + 1
    if (!isLetter(text.charCodeAt(nameFrom))) return at
    const nameTo = findNameEnd(text, nameFrom)
    const end = next === slash ? skipSpace(text, nameTo) : findTagEnd(text, nameTo, parts)
    if (text.charCodeAt(end) !== greater) return at
    if (next === slash) told.onclosetag(nameFrom, nameTo)
    else {
      if (reference < tag) reference = findFrom(text, '&', tag)
      if (reference < end) readPiece(tag, end + 1)
      else tellStart(told, nameFrom, nameTo, parts, end, text.charCodeAt(end - 1) === slash)
    }
    at = takeNext() ?? end + 1
  }
  return at
}

function tellStart(told: Told, from: number, to: number, parts: number[], end: number, isClosed: boolean): void {
  told.onopentagname(from, to)
  for (let part = 0; part < parts.length; part += 4) {
    const [valueFrom = 0, valueTo = 0] = [parts[part + 2], parts[part + 3]]
    told.onattribname(parts[part] ?? 0, parts[part + 1] ?? 0)
    if (valueTo > valueFrom) told.onattribdata(valueFrom, valueTo)
    told.onattribend(noValue, valueTo)
  }
  if (isClosed) told.onselfclosingtag(end)
  else told.onopentagend(end)
}

/**
 * The index of the end of a start tag, looked for from the end of its name.
 *
 * @param parts filled with the places of the attributes: start and end of a name, start and end of its value
 * @returns -1 where the tag is not simply written
 */
export function findTagEnd(text: string, nameTo: number, parts: number[]): number {
  if (parts.length > 0) parts.length = 0
  for (let at = nameTo; ; ) {
    const from = skipSpace(text, at)
    const code = text.charCodeAt(from)
    if (code === greater) return from
    if (code === slash) return text.charCodeAt(from + 1) === greater ? from + 1 : -1
    const to = findNameEnd(text, from)
    // Blanks must stand before an attribute, and it must have a name.
    if (from === at || to === from) return -1
    if (text.charCodeAt(to) !== equals) {
      parts.push(from, to, to, to)
      at = to
      continue
    }
    const quote = text.charCodeAt(to + 1)
    const end = quote === double ? text.indexOf('"', to + 2) : quote === single ? text.indexOf("'", to + 2) : -1
    if (end < 0) return -1
    parts.push(from, to, to + 2, end)
    at = end + 1
  }
}

/** The index behind a comment on whose end all parsers agree; -1 where there is none. */
export function findCommentEnd(text: string, from: number): number {
  const first = text.charCodeAt(from + 4)
  if (!text.startsWith('<!--', from) || first === greater || first === dash) return -1
  const end = text.indexOf('--', from + 4)
  return end > 0 && text.charCodeAt(end + 2) === greater ? end + 3 : -1
}

function findFrom(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at += 1
  return at
}

export function findNameEnd(text: string, from: number): number {
  let at = from
  while (isNameSign(text.charCodeAt(at))) at += 1
  return at
}

function isSpace(code: number): boolean {
  return code === space || code === newLine || code === tab || code === carriageReturn || code === formFeed
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Letters, digits, and "-", ".", ":", "_": the characters of the names that people write. */
function isNameSign(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 58) || code === dash || code === 46 || code === 95
}
