/** An address of the web, up to a blank, a bracket or quote of any script, or a reference that stands for one. */
const address =
  /\bhttps?:\/\/(?:(?!&(?:[lg]t|quot|nbsp|#\d{2,6}|#x[\da-f]{2,6});)[^\s<>"\u2018-\u201f\u3000-\u3030\uff00-\uff65])+/gi

/** Characters that end a sentence, but not an address. */
const punctuation = /[.,;:!?'*_~]$/

/**
 * Turn the addresses in a plain text into links: such a text cannot write links otherwise, and every reader does this.
 *
 * @param html a text that is escaped, and has no tags
 */
export function linkAddresses(html: string): string {
  if (!/https?:\/\//i.test(html)) return html
  return html.replace(address, (found) => {
    const url = trimEnd(found)
    if (!/:\/\/[^/?#]*[a-z\d\u0080-\uffff]/i.test(url)) return found
    return `<a href="${url}">${url}</a>${found.slice(url.length)}`
  })
}

/**
 * An address without the punctuation of the sentence around it: "(see https://a.example/b_(c).)". Brackets are counted once: there may be
 * many.
 */
function trimEnd(found: string): string {
  let open = count(found, '(') - count(found, ')')
  for (let end = found.length; ; end -= 1) {
    const last = found[end - 1] ?? ''
    const isReference = last === ';' && /&#?\w{1,10};$/.test(found.slice(Math.max(0, end - 12), end))
    const isOver = last === ']' || last === '}' || (last === ')' && open < 0)
    if (isReference || !(isOver || punctuation.test(last))) return found.slice(0, end)
    if (last === ')') open += 1
  }
}

function count(text: string, sign: string): number {
  let number = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) number += 1
  return number
}
