/** Where a document shows what it is, at the latest. */
const headLength = 200_000

/**
 * Whether a document is a web page and not a feed: HTML begins before anything that begins a feed. HTML's document type alone,
 * right before a feed, comes of the template that the feed was made with.
 */
export function isHtml(text: string): boolean {
  const head = text.slice(0, headLength)
  const feed = searchOutsideComments(head, /<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]/gi)
  const before = feed < 0 ? head : head.slice(0, feed)
  const page = feed < 0 ? /<!doctype\s+html|<(?:html|head|body)[\s>]/gi : /<(?:html|head|body)[\s>]/gi
  return searchOutsideComments(before, page) >= 0
}

function searchOutsideComments(text: string, pattern: RegExp): number {
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const comment = text.lastIndexOf('<!--', match.index)
    const end = comment < 0 ? -1 : text.indexOf('-->', comment)
    if (comment < 0 || (end >= 0 && end < match.index)) return match.index
    if (end < 0) return -1
    pattern.lastIndex = end
  }
  return -1
}
