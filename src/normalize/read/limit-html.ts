import type { Warn } from './collect-warnings.ts'

/** Characters of HTML that are kept of one text. */
const maxLength = 512 * 1024

/** Elements inside elements: the sanitiser's time grows with the square of it. */
const maxDepth = 200

/** The same for elements whose end tag may be missing: a long list of them is only seemingly deep. */
const maxUnended = 2_000

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
  if (html.length <= maxDepth * 3) return html
  const short = html.slice(0, maxLength)
  if (short !== html) warn('TOO_LONG', `a text is longer than ${maxLength / 1024} KB; the rest was cut off`)
  const depths = { ended: 0, unended: 0 }
  let isDeep = false
  const shallow = short.replace(tag, (whole, slash: string, written: string) => {
    const name = written.toLowerCase()
    if (voidElements.has(name)) return whole
    const kind = mayLackEnd.has(name) ? 'unended' : 'ended'
    const limit = kind === 'ended' ? maxDepth : maxUnended
    const depth = slash === '' ? ++depths[kind] : depths[kind]--
    if (depths[kind] < 0) depths[kind] = 0
    if (depth <= limit) return whole
    isDeep = true
    return ''
  })
  if (isDeep) warn('TOO_DEEP', `elements of a text are nested more than ${maxDepth} deep; further tags were left out`)
  return shallow
}
