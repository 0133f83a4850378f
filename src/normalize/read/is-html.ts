/** Where a document shows what it is, at the latest. */
const headLength = 200_000

/**
 * Whether a document is a web page and not a feed: HTML begins before anything that begins a feed. HTML's document type alone,
 * right before a feed, comes of the template that the feed was made with; and a list of feeds has a `body`, too. Where a whole feed
 * stands in a page, unescaped and outside its scripts, its template was put around the feed as well. Words that only name a tag are
 * no page: one begins with a tag, says that it is HTML, or ends what it has begun.
 */
export function isHtml(text: string): boolean {
  const head = text.slice(0, headLength)
  const feed = searchOutsideComments(head, /<(?:[\w.-]+:)?(?:rss|rdf|feed|opml)[\s>]/gi)
  const before = feed < 0 ? head : head.slice(0, feed)
  const page = feed < 0 ? /<!doctype\s+html|<(?:html|head|body)[\s>]/gi : /<(?:html|head|body)[\s>]/gi
  const isWords = !/^\s*</.test(head) && !/<!doctype\s+html|<\/(?:html|head|body)\s*>/i.test(text)
  if (isWords) return false
  return searchOutsideComments(before, page) >= 0 && !(feed >= 0 && isWholeFeed(text, feed))
}

/** It says of which format it is, has entries, and stands in no script. */
function isWholeFeed(text: string, start: number): boolean {
  const root = text.slice(start, start + 1000)
  if (!/^<(?:rss\s[^<>]*\bversion\s*=|(?:rdf:)?(?:rdf|feed)\s[^<>]*\bxmlns)/i.test(root)) return false
  const before = text.slice(0, start)
  const script = Math.max(...['<script', '<textarea', '<template'].map((tag) => before.toLowerCase().lastIndexOf(tag)))
  const isInside = script >= 0 && !/<\/(?:script|textarea|template)/i.test(before.slice(script))
  return !isInside && /<(?:item|entry)[\s>]/i.test(text.slice(start))
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
