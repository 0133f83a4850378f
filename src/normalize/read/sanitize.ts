import sanitize, { type Attributes, type Tag } from 'sanitize-html'
import { cleanAttributes } from './clean-attributes.ts'
import { isTrackingPixel } from './is-tracking-pixel.ts'
import { replaceMath } from './replace-math.ts'
import { resolveUrl } from './resolve-url.ts'
import { allowedAttributes, allowedTags, droppedWhole, inlineTags, voidTags } from './sanitising-policy.ts'
import { stripForbidden } from './strip-forbidden.ts'

/** What stays, and what goes whole, is said once: docs/sanitising.md explains it. */
const options = {
  allowedSchemesAppliedToAttributes: [],
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  selfClosing: voidTags,
  nonTextTags: droppedWhole,
  nonBooleanAttributes: [],
  // An attribute without a value is written out, so that the result is XML as well.
  allowedEmptyAttributes: [...new Set(Object.values(allowedAttributes).flat())],
} as const satisfies Partial<Parameters<typeof sanitize>[1]>

/** The name of nothing: an element that is called so goes. */
const removed = 'removed'

/**
 * Safe, well-formed HTML out of whatever a feed carries: only the elements, attributes and addresses of
 * docs/sanitising.md, every link absolute, every element closed.
 *
 * @param base where relative links count from
 */
export function sanitizeHtml(html: string, base: string): string {
  const embed = (_tag: string, attributes: Attributes) => makeEmbedLink(attributes, base)
  const transform = (tag: string, attributes: Attributes): Tag => {
    if (tag === 'img' && isTrackingPixel(attributes)) return { tagName: removed, attribs: {} }
    const attribs = cleanAttributes(tag, attributes, base)
    const isEmpty = (tag === 'img' || tag === 'source') && attribs.src === undefined && attribs.srcset === undefined
    return { tagName: isEmpty ? removed : tag, attribs }
  }
  return sanitize(replaceMath(stripForbidden(html)), {
    ...options,
    allowedTags,
    allowedAttributes,
    transformTags: { iframe: embed, embed, '*': transform },
  }).trim()
}

/** The same for a title: only what can stand within a line of text, and no links. */
export function sanitizeInline(html: string): string {
  return sanitize(replaceMath(stripForbidden(html)), {
    ...options,
    allowedTags: inlineTags,
    allowedAttributes: { '*': ['dir', 'lang', 'title'] },
    transformTags: { '*': (tagName, attributes) => ({ tagName, attribs: cleanAttributes(tagName, attributes, '') }) },
  })
    .replace(/\s+/g, ' ')
    .trim()
}

/** What would load something from elsewhere by itself becomes a link to it. */
function makeEmbedLink(attributes: Attributes, base: string): Tag {
  const href = resolveUrl(attributes.src ?? attributes['data-src'] ?? '', base)
  if (href === undefined || !/^https?:/.test(href)) return { tagName: removed, attribs: {} }
  const page = makeWatchPage(new URL(href))
  const label = attributes.title?.trim() || `${page.host}${page.pathname.length > 1 ? page.pathname : ''}`
  return { tagName: 'a', attribs: { href: page.href }, text: label }
}

/** The page that a person would open for a player of a known video host. */
function makeWatchPage(player: URL): URL {
  const [, video] = /^\/embed\/([\w-]{6,})/.exec(player.pathname) ?? []
  if (/(^|\.)youtube(-nocookie)?\.com$/.test(player.hostname) && video !== undefined && video !== 'videoseries') {
    return new URL(`https://www.youtube.com/watch?v=${video}`)
  }
  const [, vimeo] = /^\/video\/(\d+)/.exec(player.pathname) ?? []
  if (player.hostname === 'player.vimeo.com' && vimeo !== undefined) return new URL(`https://vimeo.com/${vimeo}`)
  const [, peertube] = /^\/videos\/embed\/([\w-]+)/.exec(player.pathname) ?? []
  return peertube === undefined ? player : new URL(`/videos/watch/${peertube}`, player)
}
