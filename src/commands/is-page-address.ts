/** True for an address in which nothing suggests a feed: it may be that of a blog's page. */
export function isPageAddress(url: string): boolean {
  const { pathname, search } = new URL(url)
  return !/feed|rss|atom|rdf|xml|json/i.test(pathname + search)
}
