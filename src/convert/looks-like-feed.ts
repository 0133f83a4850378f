/** Words in the path or the query of most feeds' addresses: `/feed/`, `/rss.xml`, `?format=atom`. */
const words = /(?:^|[^a-z\d])(?:feeds?|rss\d*|atom\d*|rdf|xml|jsonfeed)(?:[^a-z\d]|$)/i
const hosts = /^(?:feeds?|rss)\d*\.|(?:^|\.)feedburner\.com$/i

/** Whether an address is that of a feed by its looks; a page of a blog seldom has such words, a few feeds have none. */
export function looksLikeFeed(address: string): boolean {
  const [, host = '', rest = ''] = /^[a-z]+:(?:\/\/)?([^/?#]*)([^#]*)/i.exec(address) ?? []
  return words.test(rest) || hosts.test(host)
}
