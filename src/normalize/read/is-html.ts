/** Characters within which a document shows what it is. */
const headLength = 200_000

/**
 * Whether a document is a web page and not a feed: HTML begins before anything that begins a feed. HTML's document type alone, directly
 * before a feed, comes from the template that the feed was made with; and a list of feeds (OPML) has a `body`, too. Where a page holds a
 * whole feed, unescaped and outside its scripts, the site's template was put around the feed as well. Text that only mentions a tag is no
 * page: a page begins with a tag, has HTML's document type, or an end tag.
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

/** Whether a feed names its format, has entries, and is not within a script. */
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
