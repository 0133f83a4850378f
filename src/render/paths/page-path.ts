import type { DigestKind, Month, Page, Planet } from '../../model.ts'
import { remember } from '../../text/remember.ts'

/** Where a page is written: "index.html", "2019/04/03/index.html", "blog/bob/index.html". */
export function pagePath(page: Page): string {
  switch (page.kind) {
    case 'front':
      return 'index.html'
    case 'day':
      return spanPath(page.day)
    case 'month':
      return spanPath(page.month)
    case 'year':
      return spanPath(page.year)
    case 'blog':
      return blogPath(page.slug)
    case 'tag':
      return tagPath(page.tag)
    case 'week':
      return weekPath(page.week)
    case 'blogs':
      return page.order === 'name' ? 'blogs/index.html' : recentPath
    case 'language':
      return languagePath(page.language)
    case 'archive':
    case 'titles':
    case 'links':
    case 'about':
    case 'stats':
    case 'subscribe':
    case 'search':
      return `${page.kind}/index.html`
    case 'notFound':
      return '404.html'
  }
}

/** What tells a telephone how to keep the site. */
export const manifestPath = 'planet.webmanifest'

/** The planet's own picture, which other sites show where its pages are shared. A theme may bring its own. */
export const cardPath = 'card.png'

/** The list of blogs, those that posted last first. */
export const recentPath = 'blogs/recent/index.html'

/** The page of a day, month or year; many entries are of one day. */
export const spanPath = remember((span: string): string => `${span.replaceAll('-', '/')}/index.html`, 10_000)

/** The page that has the entries of a month: its own, else that of its year; `undefined` where there is neither. */
export function monthPath(month: Month, { archive }: Pick<Planet, 'archive'>): string | undefined {
  if (archive.pages.includes('month')) return spanPath(month)
  return archive.pages.includes('year') ? spanPath(month.slice(0, 4)) : undefined
}

/** The page of a week: "week/2026-W48/index.html". */
export function weekPath(week: string): string {
  return `week/${week}/index.html`
}

/** What the search index was made from, and which years it has. */
export const searchStatePath = 'search/index.json'

/** The feed that has an entry for each day or week. */
export function digestPath(kind: DigestKind): string {
  return `digest/${kind}.xml`
}

/** The page of a blog. */
export function blogPath(slug: string): string {
  return `blog/${slug}/index.html`
}

/** The page of a tag. */
export function tagPath(tag: string): string {
  return `tag/${folderOf(tag)}/index.html`
}

/**
 * A folder that every file system can hold: not one of the names that Windows keeps for devices, and without the dots and blanks that
 * Windows drops at the end of a name. No tag begins with "_", so no other tag has this folder.
 */
function folderOf(tag: string): string {
  const isDevice = /^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/i.test(tag)
  const isCut = /[. ]$/.test(tag)
  return isDevice || isCut ? `_${tag}${isCut ? '_' : ''}` : tag
}

/** The page of a language: "lang/de/index.html". */
export function languagePath(language: string): string {
  return `lang/${language}/index.html`
}

/** The feed that stands beside a page: that of the same blog or tag. */
export function feedBeside(page: string): string {
  return page.replace(/index\.html$/, 'atom.xml')
}

/** A link from one file of the site to another, which works under any path and from disk. */
export function relativeLink(from: string, to: string): string {
  // The folders that both stand in.
  let shared = 0
  for (let at = 0; at < from.length && from[at] === to[at]; at++) if (from[at] === '/') shared = at + 1
  let link = ''
  for (let at = from.indexOf('/', shared); at >= 0; at = from.indexOf('/', at + 1)) link += '../'
  return link + encodePath(to.slice(shared))
}

/** Most paths have no character that must be escaped in an address; one test finds that out. */
export function encodePath(path: string): string {
  return /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/')
}
