import { joinLines } from '../text/join-lines.ts'
import { elements } from './elements.ts'
import { htmlToText } from './to-text.ts'

/** A tag as `renderHtml` writes it. */
const tag = /<\/?([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)(?: \/)?>/g

/**
 * The plain text of stored HTML, or of its beginning: what `htmlToText` says of it, without taking it apart. Where a tag is not one that
 * `renderHtml` writes of what the table of elements lets through, or could hide something or say something else, that decides. A tag or
 * a sign that was cut in the middle is left out.
 */
export function storedToText(html: string): string {
  const last = html.lastIndexOf('<')
  const isCut = last >= 0 && html.indexOf('>', last) < 0
  const whole = (isCut ? html.slice(0, last) : html).replace(/[\uD800-\uDBFF]$/, '')
  return scan(whole) ?? htmlToText(whole)
}

/** @returns `undefined` where the nodes are to decide */
function scan(html: string): string | undefined {
  let [text, end] = ['', 0]
  tag.lastIndex = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const [whole, name = '', attributes = ''] = match
    const before = decode(html.slice(end, match.index))
    const rule = elements.get(name)
    if (before === undefined || rule?.fate !== 'stays' || rule.becomes !== undefined || rule.isMath) return undefined
    if (attributes !== '' && doubtful.test(attributes)) return undefined
    const isGap = name === 'br' || name === 'img' || rule.place !== 'line'
    text += isGap ? `${before} ` : before
    end = match.index + whole.length
  }
  const rest = decode(html.slice(end))
  return rest === undefined ? undefined : joinLines(text + rest)
}

/** Attributes that stored HTML has not, and pictures that are signs. */
const doubtful = / (?:hidden|style|aria-hidden)="|emoji|smil|emoticon/

/** @returns `undefined` for what is not only text */
function decode(text: string): string | undefined {
  if (/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(text)) return undefined
  if (!text.includes('&')) return text
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
