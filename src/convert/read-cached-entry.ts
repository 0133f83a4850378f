/** What Venus stored of an entry or a feed beside the feed's own values. */
export type Cached = {
  /** The feed's own id. */
  feedId: string | undefined
  /** Where the feed says that it is. */
  self: string | undefined
  /** What the operator called it. */
  name: string | undefined
  etag: string | undefined
  lastModified: string | undefined
  /** Where its server had led to. */
  location: string | undefined
}

const source = /<source[\s>](?:(?!<source[\s>])[\s\S])*<\/source>\s*(?=<\/entry>\s*$)/

/**
 * A file of Venus's cache: one Atom entry, whose `source` has the feed and Venus's own marks.
 *
 * @returns the entry without this `source`, which names only the subscribed feed, not an original elsewhere; `undefined` where the file is
 * no such entry
 */
export function readCachedEntry(text: string): { entry: string; id: string; cached: Cached } | undefined {
  const entry = text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>\s*/, '').trim()
  if (!/^<entry[\s>]/.test(entry) || !/<\/entry>$/.test(entry)) return undefined
  const [whole = ''] = source.exec(entry) ?? []
  const rest = whole === '' ? entry : entry.replace(whole, '')
  return { entry: rest, id: textOf(rest, 'id') ?? '', cached: readMarks(whole) }
}

/** A file of the cache's folder `sources`: the head of one feed. */
export function readCachedSource(text: string): { feed: string; cached: Cached } | undefined {
  const feed = text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>\s*/, '').trim()
  return /^<feed[\s>]/.test(feed) ? { feed, cached: readMarks(feed) } : undefined
}

function readMarks(xml: string): Cached {
  const self = [...xml.matchAll(/<link\s[^>]*>/g)].map(([link]) => link).find((link) => /\srel=["']self["']/.test(link))
  return {
    feedId: textOf(xml, 'id'),
    self: self === undefined ? undefined : decode(/\shref=["']([^"']*)["']/.exec(self)?.[1]),
    name: textOf(xml, 'planet:name'),
    etag: textOf(xml, 'planet:http_etag'),
    lastModified: textOf(xml, 'planet:http_last_modified'),
    location: textOf(xml, 'planet:http_location'),
  }
}

/** Venus wrote these elements itself, without attributes. */
function textOf(xml: string, name: string): string | undefined {
  const from = xml.indexOf(`<${name}>`)
  const to = xml.indexOf(`</${name}>`, from)
  return from === -1 || to === -1 ? undefined : decode(xml.slice(from + name.length + 2, to).trim())
}

function decode(text: string | undefined): string | undefined {
  const plain = text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return plain === '' ? undefined : plain
}
