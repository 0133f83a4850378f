import sanitize, { type Attributes, type Tag } from 'sanitize-html'
import { cleanAttributes } from './clean-attributes.ts'
import { closeImpliedTags } from './close-implied-tags.ts'
import { isTrackingPixel } from './is-tracking-pixel.ts'
import { prepareHtml } from './prepare-html.ts'
import { resolveUrl } from './resolve-url.ts'
import { allowedAttributes, allowedTags, droppedWhole, inlineTags, voidTags } from './sanitising-policy.ts'
import { stripForbidden } from './strip-forbidden.ts'

/** What stays, and what goes whole, is said once: docs/sanitising.md explains it. */
const options = {
  allowedSchemesAppliedToAttributes: [],
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  selfClosing: [...voidTags, 'embed'],
  nonTextTags: droppedWhole,
  nonBooleanAttributes: [],
  // An attribute without a value is written out, so that the result is XML as well.
  allowedEmptyAttributes: [...new Set(Object.values(allowedAttributes).flat())],
} as const satisfies Partial<Parameters<typeof sanitize>[1]>

/**
 * What an `embed` stands for until the sanitiser is done: with an address a link, without one nothing. (An element that
 * `transformTags` gives a name that is not allowed would take the end tag of its neighbour with it, and a text that it
 * gives stands in for all that follows in an element without an end.)
 */
const placeholder = /<embed(?: src="([^"]*)" title="([^"]*)")? \/>/g
const nothing: Tag = { tagName: 'embed', attribs: {} }

const contentTags = [...allowedTags, 'embed']
const contentAttributes = { ...allowedAttributes, embed: ['src', 'title'] }
const known = new Set(allowedTags)

/**
 * Safe, well-formed HTML out of whatever a feed carries: only the elements, attributes and addresses of
 * docs/sanitising.md, every link absolute, every element closed.
 *
 * @param base where relative links count from
 */
export function sanitizeHtml(html: string, base: string): string {
  const ids = new Set<string>()
  const transform = (tag: string, attributes: Attributes): Tag => {
    if (tag === 'iframe' || tag === 'embed') return makeEmbed(attributes, base)
    if (!known.has(tag)) return { tagName: tag, attribs: {} }
    if (tag === 'img' && isTrackingPixel(attributes)) return nothing
    const attribs = cleanAttributes(tag, attributes, base)
    const isEmpty = (tag === 'img' || tag === 'source') && attribs.src === undefined && attribs.srcset === undefined
    if (isEmpty) return nothing
    // An id that two elements have leads to the first.
    if (attribs.id !== undefined && ids.has(attribs.id)) delete attribs.id
    if (attribs.id !== undefined) ids.add(attribs.id)
    return { tagName: tag, attribs }
  }
  const clean = sanitize(prepareHtml(html), {
    ...options,
    allowedTags: contentTags,
    allowedAttributes: contentAttributes,
    transformTags: { '*': transform },
    // What stands in an iframe is for browsers that have none.
    textFilter: (text, tag) => (tag === 'iframe' ? '' : text),
  })
  const linked = clean.replace(placeholder, (_, href?: string, label?: string) =>
    href === undefined ? '' : `<a href="${href}">${label}</a>`,
  )
  return stripForbidden(closeImpliedTags(linked)).trim()
}

/** The same for a title: only what can stand within a line of text, and no links. */
export function sanitizeInline(html: string): string {
  const clean = sanitize(prepareHtml(html), {
    ...options,
    allowedTags: inlineTags,
    allowedAttributes: { '*': ['dir', 'lang', 'title'] },
    transformTags: { '*': (tagName, attributes) => ({ tagName, attribs: cleanAttributes(tagName, attributes, '') }) },
  })
  return stripForbidden(clean).replace(/\s+/g, ' ').trim()
}

/** What would load something from elsewhere by itself becomes a link to it. */
function makeEmbed(attributes: Attributes, base: string): Tag {
  const address = attributes.src?.trim() || attributes['data-src']?.trim()
  const href = address ? resolveUrl(address, base) : undefined
  if (href === undefined || !/^https?:/.test(href)) return nothing
  const page = makeWatchPage(new URL(href))
  const label = attributes.title?.trim() || `${page.host}${page.pathname.length > 1 ? page.pathname : ''}`
  return { tagName: 'embed', attribs: { src: page.href, title: label } }
}

/** The page that a person would open for a player of a known video host. */
function makeWatchPage(player: URL): URL {
  const [, video] = /^\/(?:embed|v)\/([\w-]{6,})/.exec(player.pathname) ?? []
  if (/(^|\.)youtube(-nocookie)?\.com$/.test(player.hostname) && video !== undefined && video !== 'videoseries') {
    return new URL(`https://www.youtube.com/watch?v=${video}`)
  }
  const [, vimeo] = /^\/video\/(\d+)/.exec(player.pathname) ?? []
  if (player.hostname === 'player.vimeo.com' && vimeo !== undefined) return new URL(`https://vimeo.com/${vimeo}`)
  const [, peertube] = /^\/videos\/embed\/([\w-]+)/.exec(player.pathname) ?? []
  return peertube === undefined ? player : new URL(`/videos/watch/${peertube}`, player)
}
