import { resolveWebUrl } from '../text/resolve-url.ts'
import { type Attributes, attributeOf, type Element, makeElement } from './nodes.ts'

/** What would load something from elsewhere by itself becomes a link to it; `undefined` where it would load nothing. */
export function linkEmbed(attributes: Attributes, base: string | undefined): Element | undefined {
  const address = attributeOf(attributes, 'src') ?? attributeOf(attributes, 'data-src')
  const href = address === undefined ? undefined : resolveWebUrl(address, base)
  if (href === undefined) return undefined
  const page = findWatchPage(new URL(href))
  const label = attributeOf(attributes, 'title') ?? `${page.host}${page.pathname.length > 1 ? page.pathname : ''}`
  return makeElement('a', [label], new Map([['href', page.href]]))
}

/** The page that a person would open for a player of a known video host. */
function findWatchPage(player: URL): URL {
  const [, video] = /^\/(?:embed|v)\/([\w-]{6,})/.exec(player.pathname) ?? []
  if (/(^|\.)youtube(-nocookie)?\.com$/.test(player.hostname) && video !== undefined && video !== 'videoseries') {
    return new URL(`https://www.youtube.com/watch?v=${video}`)
  }
  const [, vimeo] = /^\/video\/(\d+)/.exec(player.pathname) ?? []
  if (player.hostname === 'player.vimeo.com' && vimeo !== undefined) return new URL(`https://vimeo.com/${vimeo}`)
  const [, peertube] = /^\/videos\/embed\/([\w-]+)/.exec(player.pathname) ?? []
  return peertube === undefined ? player : new URL(`/videos/watch/${peertube}`, player)
}
