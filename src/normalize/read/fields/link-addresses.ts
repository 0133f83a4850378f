/** An address of the web, up to a blank, a bracket or quote of any script, or a reference that stands for one. */
const address =
  /\bhttps?:\/\/(?:(?!&(?:[lg]t|quot|nbsp|#\d{2,6}|#x[\da-f]{2,6});)[^\s<>"\u2018-\u201f\u3000-\u3030\uff00-\uff65])+/gi

/** What ends a sentence, and no address. */
const punctuation = /[.,;:!?'*_~]$/

/**
 * Make links of the addresses in a plain text: it has no other way to give one, and every reader makes them.
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

/** Without what belongs to the sentence around: "(see https://a.example/b_(c).)". */
function trimEnd(found: string): string {
  let url = found
  for (;;) {
    const isReference = url.endsWith(';') && /&#?\w{1,10};$/.test(url.slice(-12))
    const isOver = url.endsWith(']') || url.endsWith('}') || (url.endsWith(')') && !isBalanced(url))
    if (isReference || !(isOver || punctuation.test(url))) return url
    url = url.slice(0, -1)
  }
}

function isBalanced(url: string): boolean {
  let open = 0
  for (const sign of url) {
    if (sign === '(') open += 1
    else if (sign === ')') open -= 1
  }
  return open >= 0
}
