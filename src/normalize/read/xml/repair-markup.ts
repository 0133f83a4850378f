import type { Warn } from '../collect-warnings.ts'

/** What a part of the text up to `end` becomes; without `repaired` it is sound. */
export type Repair = { end: number; repaired?: string | undefined }

/** How often the end of a CDATA section is looked for elsewhere: a bound for documents made to be slow. */
const maxSearches = 100

/** Make the function that mends a "<" with which no tag begins: a section, comment, instruction, declaration, or a bare "<". */
export function repairMarkup(warn: Warn): (text: string, start: number) => Repair {
  let searches = maxSearches
  let commentsEnd = true
  let instructionsEnd = true
  let sectionsEnd = true

  return (text, start) => {
    if (text.startsWith('<![CDATA[', start)) return repairCdata(text, start)
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
    warn('ILL_FORMED', '“<” is not written as “&lt;”')
    return { end: start + 1, repaired: '&lt;' }
  }

  /** A script in a section may hold "]]>" of its own: the section ends where the element does that it stands in. */
  function repairCdata(text: string, start: number): Repair {
    const first = sectionsEnd ? text.indexOf(']]>', start) : -1
    const name = /<([\w:.-]+)[^<>]*>\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[1]
    if (first < 0) sectionsEnd = false
    const end = first + 3
    if (first >= 0 && (name === undefined || goesOn(text, end, name) || searches === 0)) return { end }
    searches -= 1
    const close = name === undefined || searches < 0 ? -1 : text.indexOf(`</${name}`, start)
    // One that has no end of its own goes up to that of the next, or of the document: it ends where its element does.
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
