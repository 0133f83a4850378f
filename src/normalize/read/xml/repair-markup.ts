import type { Warn } from '../collect-warnings.ts'

/** The replacement for the text up to `end`; without `repaired`, the text is sound. */
export type Repair = { end: number; repaired?: string | undefined }

/** How often the end of a CDATA section is looked for elsewhere: a bound for documents made to be slow. */
const maxSearches = 100

/** "<![cdata[" and the like: XML's names are case-sensitive; and what somebody wrote by heart: "<!CDATA[", "<[CDATA[", "<![CDATA<p>". */
const misspelt = /^<(?:!\s*\[?|\[!?)\s*cdata\s*(?:\[|(?=<))/i

/** Make the function that mends a "<" with which no tag begins: a section, comment, instruction, declaration, or a bare "<". */
export function repairMarkup(warn: Warn): (text: string, start: number) => Repair {
  let searches = maxSearches
  let commentsEnd = true
  let instructionsEnd = true
  let sectionsEnd = true

  return (text, start) => {
    if (text.startsWith('<![CDATA[', start)) return repairCdata(text, start)
    const opening = misspelt.exec(text.slice(start, start + 16))?.[0]
    if (opening !== undefined) return respellCdata(text, start + opening.length)
    if (text.startsWith('<!--', start)) {
      const end = commentsEnd ? text.indexOf('-->', start + 4) : -1
      if (end >= 0) return { end: end + 3 }
      commentsEnd = false
      warn('ILL_FORMED', 'a comment has no end')
      return { end: start + 4, repaired: '' }
    }
    if (text.startsWith('<?', start) && instructionsEnd) {
      const end = text.indexOf('?>', start + 2)
      if (end >= 0) return { end: end + 2 }
      instructionsEnd = false
    }
    if (/^<!(?:doctype|entity|element|attlist)\b/i.test(text.slice(start, start + 10))) {
      const end = text.indexOf('>', start)
      warn('ILL_FORMED', 'a declaration stands inside the document')
      return { end: end < 0 ? text.length : end + 1, repaired: '' }
    }
    const broken = brokenEnd(text, start)
    if (broken !== undefined) {
      warn('ILL_FORMED', 'an end tag is not written well')
      return broken
    }
    if (start === text.length - 1) {
      warn('ILL_FORMED', 'the document ends in the middle of a tag')
      return { end: text.length, repaired: '' }
    }
    warn('ILL_FORMED', '“<” is not written as “&lt;”')
    return { end: start + 1, repaired: '&lt;' }
  }

  function respellCdata(text: string, inside: number): Repair {
    const end = sectionsEnd ? text.indexOf(']]>', inside) : -1
    warn('ILL_FORMED', 'a CDATA section does not begin as one')
    return end < 0
      ? { end: inside, repaired: '' }
      : { end: end + 3, repaired: `<![CDATA[${text.slice(inside, end).replaceAll('<![CDATA[', '')}]]>` }
  }

  /** A script in a section may hold "]]>" of its own: the section ends where the element around it ends. */
  function repairCdata(text: string, start: number): Repair {
    const first = sectionsEnd ? text.indexOf(']]>', start) : -1
    if (first < 0) sectionsEnd = false
    const end = first + 3
    if (searches === 0) return { end: first < 0 ? text.length : end }
    const open = findUnended(text, start, first)
    if (open !== undefined) {
      searches -= 1
      warn('ILL_FORMED', 'a CDATA section has no end')
      return { end: open, repaired: `${text.slice(start, open)}]]>` }
    }
    const name = /<([\w:.-]+)[^<>]*>\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[1]
    if (first >= 0 && (name === undefined || goesOn(text, end, name))) return { end }
    searches -= 1
    const close = name === undefined ? -1 : text.indexOf(`</${name}`, start)
    // A section without an end of its own would go up to the end of the next section, or of the document: it ends where its element does.
    if (close >= 0 && (first < 0 || close < first)) {
      warn('ILL_FORMED', 'a CDATA section has no end')
      return { end: close, repaired: `${text.slice(start, close)}]]>` }
    }
    // Cut off inside the section: the loose reader takes what there is.
    if (first < 0 || name === undefined) return { end: text.length }
    const last = laterEnd(text, end, name)
    if (last === undefined) return { end }
    warn('ILL_FORMED', 'a CDATA section holds “]]>”')
    const inner = text.slice(start + 9, last).replaceAll(']]>', ']]]]><![CDATA[>')
    return { end: last + 3, repaired: `<![CDATA[${inner}]]>` }
  }
}

/** "< /title>" where a title is open. */
function brokenEnd(text: string, start: number): Repair | undefined {
  const [whole = '', name = ''] = /^<\s{1,5}\/\s{0,5}([\w:.-]{1,50})\s{0,5}>/.exec(text.slice(start, start + 80)) ?? []
  if (whole === '' || findOpenElement(text, start) !== name) return undefined
  return { end: start + whole.length, repaired: `</${name}>` }
}

/** Where an entry begins or ends. */
const entryBoundary =
  /<(?:[\w.-]{1,20}:)?(?:item|entry)[\s>]|<\/(?:[\w.-]{1,20}:)?(?:item|entry|channel|feed|rss|rdf)\s*>/i

/** Elements that follow a title, and are in none. */
const afterTitle =
  /<(?:[\w.-]{1,20}:)?(?:link|guid|pubdate|description|content|encoded|summary|id|updated|published|author)[\s>]/i

/**
 * The end of a section that has none of its own, and so runs over a boundary of entries into the beginning of another section: where its
 * element ends, or at that boundary.
 *
 * @param first index of the next "]]>"; below 0: there is none
 */
function findUnended(text: string, start: number, first: number): number | undefined {
  const next = text.indexOf('<![CDATA[', start + 9)
  // A section that holds a whole section writes the inner end in two parts.
  if (first >= 0 && (next < 0 || next > first || text.startsWith(']]', first - 2))) return undefined
  const before = first < 0 ? text.slice(start) : text.slice(start, next)
  const boundary = before.search(entryBoundary)
  if (boundary < 0) return undefined
  const name = findOpenElement(text, start) ?? ''
  const inside = before.slice(0, boundary)
  const close = name === '' ? -1 : inside.indexOf(`</${name}`)
  if (close >= 0) return start + close
  const part = /^(\w+:)?title$/i.test(name) ? inside.search(afterTitle) : -1
  return start + (part < 0 ? boundary : part)
}

/** How far back the element around a section is looked for: words may come before the section. */
const farthest = 2000

/** The innermost element that is open at a place; in a title or a description, words and markup may stand before it. */
function findOpenElement(text: string, at: number): string | undefined {
  const ended: string[] = []
  const tags = text.slice(Math.max(0, at - farthest), at).match(/<\/?[\w:.-]+[^<>]*>/g) ?? []
  for (const tag of tags.reverse()) {
    const name = /[\w:.-]+/.exec(tag)?.[0] ?? ''
    if (tag.startsWith('</')) ended.push(name)
    else if (ended.at(-1) === name) ended.pop()
    else if (!tag.endsWith('/>')) return name
  }
  return undefined
}

/** Whether the text after a section goes on to another one or to the element's end, with no tag between. */
function goesOn(text: string, from: number, name: string): boolean {
  const next = text.indexOf('<', from)
  return next < 0 || text.startsWith('<![CDATA[', next) || text.startsWith(`</${name}`, next)
}

function laterEnd(text: string, from: number, name: string): number | undefined {
  const close = text.indexOf(`</${name}`, from)
  const last = close < 0 ? -1 : text.lastIndexOf(']]>', close)
  return last >= from && !text.slice(from, close).includes('<![CDATA[') ? last : undefined
}
