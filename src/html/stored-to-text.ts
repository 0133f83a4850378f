import { joinLines } from '../text/join-lines.ts'
import { elements } from './elements.ts'
import { parseTag } from './parse-tag.ts'
import { htmlToText } from './to-text.ts'

/**
 * The plain text of stored HTML, or of its beginning: the result of `htmlToText`, without parsing. Where a tag is not one that `renderHtml`
 * writes and the table of elements lets through, or could hide something or stand for a text, `htmlToText` decides. A tag or character that
 * was cut in the middle is left out.
 */
export function storedToText(html: string): string {
  const last = html.lastIndexOf('<')
  const isCut = last >= 0 && html.indexOf('>', last) < 0
  const whole = (isCut ? html.slice(0, last) : html).replace(/[\uD800-\uDBFF]$/, '')
  return scan(whole) ?? htmlToText(whole)
}

/** @returns `undefined` where the nodes are to decide */
function scan(html: string): string | undefined {
  if (/&(?!(?:amp|lt|gt|quot);)/.test(html)) return undefined
  let text = ''
  let behind = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', behind)) {
    const end = html.indexOf('>', behind) + 1
    // A ">" before the tag, or none.
    if (end <= at) return undefined
    const tag = html.slice(at, end)
    const said = bareTags.get(tag) ?? say(tag)
    if (said === undefined) return undefined
    text += html.slice(behind, at) + said
    behind = end
  }
  return html.includes('>', behind) ? undefined : joinLines(decode(text + html.slice(behind)))
}

/** The text in place of a tag: a blank, where the tag separates words. @returns `undefined` where the nodes are to decide */
function say(text: string): '' | ' ' | undefined {
  const tag = parseTag(text)
  const rule = tag && elements.get(tag.name)
  if (tag === undefined || rule?.fate !== 'stays' || rule.becomes !== undefined || rule.isMath) return undefined
  if (tag.attributes !== '' && doubtful.test(tag.attributes)) return undefined
  return tag.name === 'br' || tag.name === 'img' || rule.place !== 'line' || card.test(tag.attributes) ? ' ' : ''
}

/** Attributes that stored HTML should not have, and pictures that stand for characters. */
const doubtful = / (?:hidden|style|aria-hidden)="|emoji|smil|emoticon/

const card = /(?:^| )class="embed-card"/

/** The results of `say` for tags without attributes, which most are. */
const bareTags = new Map(
  [...elements.keys()].flatMap((name) => [`<${name}>`, `</${name}>`].map((tag) => [tag, say(tag)] as const)),
)

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
