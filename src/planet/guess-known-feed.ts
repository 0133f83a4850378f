type Site = {
  host: RegExp
  /** The address of the feed of a page of the site; `undefined` where there is none. */
  toFeed(page: URL): string | undefined
}

/** The first part of a path, and the second: "/user/repository". */
const partsOf = ({ pathname }: URL) => pathname.split('/').filter((part) => part !== '')

/** Sites whose pages do not announce their feeds, or not to every client, but whose feeds' addresses follow from those of pages. */
const sites: Site[] = [
  {
    host: /^((www|m)\.)?youtube\.com$/,
    toFeed({ searchParams, pathname }) {
      const channel = /^\/channel\/(UC[\w-]{22})(\/|$)/.exec(pathname)?.[1]
      const list = pathname === '/playlist' ? searchParams.get('list') : null
      if (channel !== undefined) return `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`
      return list === null
        ? undefined
        : `https://www.youtube.com/feeds/videos.xml?playlist_id=${encodeURIComponent(list)}`
    },
  },
  {
    host: /^(www\.)?github\.com$/,
    toFeed(page) {
      const [owner, repository, what, branch] = partsOf(page)
      if (owner === undefined) return undefined
      if (repository === undefined) return `https://github.com/${owner}.atom`
      if (what === 'tags') return `https://github.com/${owner}/${repository}/tags.atom`
      if (what === 'commits')
        return `https://github.com/${owner}/${repository}/commits${branch === undefined ? '' : `/${branch}`}.atom`
      return `https://github.com/${owner}/${repository}/releases.atom`
    },
  },
  {
    host: /^(www\.)?medium\.com$/,
    toFeed(page) {
      const [publication] = partsOf(page)
      return publication === undefined ? undefined : `https://medium.com/feed/${publication}`
    },
  },
  { host: /^[\w-]+\.medium\.com$/, toFeed: ({ origin }) => `${origin}/feed` },
  { host: /\.blogspot\.(com|[a-z]{2}|com?\.[a-z]{2})$/, toFeed: ({ origin }) => `${origin}/feeds/posts/default` },
  { host: /^[\w-]+\.substack\.com$/, toFeed: ({ origin }) => `${origin}/feed` },
  { host: /^[\w-]+\.tumblr\.com$/, toFeed: ({ origin }) => `${origin}/rss` },
  {
    host: /^(www\.|old\.)?reddit\.com$/,
    toFeed(page) {
      const [kind, name] = partsOf(page)
      return name !== undefined && /^(r|user|u)$/.test(kind ?? '')
        ? `https://www.reddit.com/${kind}/${name}/.rss`
        : undefined
    },
  },
  // Mastodon and similar software: any host, a profile at "/@name".
  {
    host: /^(?!((www|m)\.)?youtube\.com$)/,
    toFeed(page) {
      const [name, ...more] = partsOf(page)
      return more.length === 0 && /^@\w[\w.-]*$/.test(name ?? '') ? `${page.origin}/${name}.rss` : undefined
    },
  },
]

/** Where the feed of a page of a well-known site is, told from the page's address alone. */
export function guessKnownFeed(page: URL): string | undefined {
  const site = sites.find(({ host, toFeed }) => host.test(page.hostname) && toFeed(page) !== undefined)
  return site?.toFeed(page)
}
