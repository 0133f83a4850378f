import { resolveWebUrl } from '../text/resolve-url.ts'
import { makeCard } from './make-card.ts'
import { type Attributes, attributeOf, type Element, noAttributes } from './nodes.ts'
import { htmlToText } from './to-text.ts'

/** Sites by whose name people know a video. */
const siteNames = new Map([
  ['youtube.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
])

/** Where frames, and scripts that load them late, find the address. */
const sources = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-iframe-src', 'data']

/** The link that replaces an element which would load something from elsewhere by itself; `undefined` where it would load nothing. */
export function linkEmbed(
  name: string,
  attributes: Attributes,
  base: string | undefined,
  inner = '',
): Element | undefined {
  const player = findPlayer(name, attributes, base)
  // Nothing plays Flash any more. YouTube's old players have addresses without `.swf`, and become links below.
  if (player === undefined || /\.swf([?#]|$)/i.test(player)) return undefined
  const named = linkInside(inner, base)
  if (named !== undefined) return makeCard(named.href, named.title, hostOf(new URL(named.href)), attributes, base)
  const page = findWatchPage(new URL(player))
  const site = siteNames.get(page.host.replace(/^(www|m)\./, ''))
  const title = attributeOf(attributes, 'title') ?? attributeOf(attributes, 'playlabel')
  const place = site ?? hostOf(page)
  const address = `${page.host}${page.pathname.length > 1 ? page.pathname : ''}`
  return makeCard(page.href, title, title === undefined ? (site ?? address) : place, attributes, base)
}

/** The address of what would be loaded. */
function findPlayer(name: string, attributes: Attributes, base: string | undefined): string | undefined {
  const video = attributeOf(attributes, 'videoid') ?? attributeOf(attributes, 'data-videoid')
  if (/youtube/.test(name) && video !== undefined && /^[\w-]{6,20}$/.test(video)) {
    return `https://www.youtube.com/watch?v=${video}`
  }
  if (/vimeo/.test(name) && video !== undefined && /^\d{3,12}$/.test(video)) return `https://vimeo.com/${video}`
  for (const source of sources) {
    const address = attributeOf(attributes, source)
    const href = address === undefined ? undefined : resolveWebUrl(address, base)
    if (href !== undefined) return href
  }
  return undefined
}

/** The link that replaces a script which writes a piece of code into the page (a gist): to the page that shows the code. */
export function linkScript(attributes: Attributes): Element | undefined {
  const [, gist] =
    /^(?:https:)?\/\/(gist\.github\.com\/[\w-]+\/\w+)(?:\.js)?(?:\?|$)/.exec(attributes.get('src') ?? '') ?? []
  return gist === undefined ? undefined : makeCard(`https://${gist}`, undefined, gist, noAttributes)
}

/**
 * The page that a person would open to watch what a known video host's player plays, also where another site's frame is around the player.
 */
function findWatchPage(frame: URL): URL {
  const player = findFramed(frame)
  const [, video] = /^\/(?:embed|v)\/([\w-]{6,})/.exec(player.pathname) ?? []
  if (/(^|\.)youtube(-nocookie)?\.com$/.test(player.hostname) && video !== undefined && video !== 'videoseries') {
    return new URL(`https://www.youtube.com/watch?v=${video}`)
  }
  const [, vimeo] = /^\/video\/(\d+)/.exec(player.pathname) ?? []
  if (player.hostname === 'player.vimeo.com' && vimeo !== undefined) return new URL(`https://vimeo.com/${vimeo}`)
  const [, peertube] = /^\/videos\/embed\/([\w-]+)/.exec(player.pathname) ?? []
  return peertube === undefined ? player : new URL(`/videos/watch/${peertube}`, player)
}

/** The address inside a frame of Embedly, which Medium uses in its posts: the page that it stands for, else the player inside. */
function findFramed(frame: URL): URL {
  if (frame.hostname !== 'cdn.embedly.com') return frame
  const address = resolveWebUrl(frame.searchParams.get('url') ?? frame.searchParams.get('src') ?? '', frame.href)
  return address === undefined ? frame : new URL(address)
}

/** The link inside a frame, for browsers that show no frames (Bandcamp): a page and its title. */
function linkInside(inner: string, base: string | undefined): { href: string; title: string } | undefined {
  const [, written, text] = /^\s*<a\s+href="([^"<>]{1,1000})"[^<>]{0,200}>([^<>]{1,200})<\/a>\s*$/.exec(inner) ?? []
  const href = written === undefined ? undefined : resolveWebUrl(written, base)
  const title = text === undefined || /^\s*https?:/.test(text) ? '' : htmlToText(text)
  return href === undefined || title === '' ? undefined : { href, title }
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '')
}
