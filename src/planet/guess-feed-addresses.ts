/** Usual names of feeds, for sites that announce none. */
const usual = ['feed', 'atom.xml', 'rss.xml', 'index.xml', 'feed.xml', 'feed.json']

/** Where to look on a site that announces no feed: below the page, then at the site's root; each address once. */
export function guessFeedAddresses({ origin, pathname }: URL): string[] {
  const isFile = /\.[a-z]{2,5}$/i.test(pathname)
  const folder = isFile ? pathname.slice(0, pathname.lastIndexOf('/') + 1) : `${pathname.replace(/(?<!\/)\/+$/, '')}/`
  return [...new Set([folder, '/'].flatMap((root) => usual.map((name) => `${origin}${root}${name}`)))]
}
