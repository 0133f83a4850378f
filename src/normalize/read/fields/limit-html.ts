import type { Warn } from '../collect-warnings.ts'

/** Characters of HTML that are kept of one text. */
const maxLength = 512 * 1024

/** Elements inside elements: the sanitiser's time grows with the square of it. */
const maxDepth = 200

/** The same with elements whose end tag may be missing: a long list of them is only seemingly deep. */
const maxOpen = 2_000

const mayLackEnd = new Set('p li dt dd tr td th thead tbody tfoot option optgroup rt rp'.split(' '))
const voidElements = new Set('br hr img wbr col source input meta link area base embed param track'.split(' '))

/** A tag, as far as it can be told without reading it: no "<" in it, so that the time stays in proportion to the length. */
const tag = /<(\/?)([a-z][a-z0-9:-]*)[^<>]*>/gi

/**
 * Cap HTML before it is sanitised: what is too long is cut, tags that are nested too deep go and their text stays.
 *
 * A cut may go through a tag: the sanitiser drops half a tag and closes what is open.
 */
export function limitHtml(html: string, warn: Warn): string {
  const short = limitLength(html, warn)
  if (!hasManyTags(short)) return short
  const shallow = removeDeepTags(short)
  if (shallow !== short) {
    warn('TOO_DEEP', `elements of a text are nested more than ${maxDepth} deep; further tags were left out`)
  }
  return shallow
}

/** Cap a text's length only. */
export function limitLength(text: string, warn: Warn): string {
  if (text.length <= maxLength) return text
  warn('TOO_LONG', `a text is longer than ${maxLength / 1024} KB; the rest was cut off`)
  return text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
}

/** Whether there are tags enough to be deep at all: few texts have them. */
function hasManyTags(html: string): boolean {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html.charCodeAt(at + 1) > 0x40) count += 1
    if (count > maxDepth) return true
  }
  return false
}

function removeDeepTags(html: string): string {
  const open: string[] = []
  /** How many of them need an end tag. */
  let depth = 0
  /** Tags that were left out and not ended yet. */
  let beyond = 0

  return html.replace(tag, (whole, slash: string, written: string) => {
    const name = written.toLowerCase()
    if (voidElements.has(name)) return whole
    return slash === '' ? openTag(name, whole) : closeTag(name, whole)
  })

  function openTag(name: string, whole: string): string {
    if (mayLackEnd.has(name) && open.at(-1) === name) return whole
    if (open.length >= maxOpen || (depth >= maxDepth && !mayLackEnd.has(name))) {
      beyond += 1
      return ''
    }
    open.push(name)
    if (!mayLackEnd.has(name)) depth += 1
    return whole
  }

  /** An end without a beginning closes nothing; one further out closes what is inside, too. */
  function closeTag(name: string, whole: string): string {
    if (beyond > 0) {
      beyond -= 1
      return ''
    }
    const at = open.lastIndexOf(name)
    if (at < 0) return whole
    depth -= open.splice(at).filter((closed) => !mayLackEnd.has(closed)).length
    return whole
  }
}
