import type { Attributes } from './nodes.ts'

/** Addresses of pictures that nobody is meant to see: loading one tells somebody that a page was opened. */
const trackers = [
  /^(https?:)?\/\/(pixel|stats?)\.(wp|wordpress)\.com\//i,
  /^(https?:)?\/\/feeds\.wordpress\.com\/1\.0\//i,
  /^(https?:)?\/\/feeds\.feedburner\.com\/~[rf]+\//i,
  /^(https?:)?\/\/blogger\.googleusercontent\.com\/tracker\//i,
  /^(https?:)?\/\/(www\.)?google-analytics\.com\//i,
  /^(https?:)?\/\/([\w-]{1,63}\.){0,9}(doubleclick\.net|quantserve\.com|scorecardresearch\.com|feedsportal\.com)\//i,
  /^(https?:)?\/\/medium\.com\/_\/stat\?/i,
  /^(https?:)?\/\/counter\.[\w.-]+\//i,
]

/** A word of these is in each tracker's address; most other addresses have none. */
const hints = /pixel|stat|feeds|tracker|analytics|click|serve|research|portal|counter/i

/** True for the address of a known counter. */
export function isTracker(address: string): boolean {
  return hints.test(address) && trackers.some((tracker) => tracker.test(address))
}

/** True for a picture that stands for a character of the text, as WordPress, GitHub and Discourse draw them. */
export function isEmoji(attributes: Attributes): boolean {
  const name = /(^|\s)(wp-smiley|emoji|custom-emoji|emojione|twemoji|smil(?:ey|ies)|emoticon)(\s|$)/
  if (name.test(attributes.get('class') ?? '')) return true
  return /^(https?:)?\/\/(s\.w\.org\/images\/core\/emoji|twemoji\.maxcdn\.com|github\.githubassets\.com\/images\/icons\/emoji)\//.test(
    attributes.get('src') ?? '',
  )
}

const tinyWidth = /(^|[;\s])width\s*:\s*[01](px)?\s*(;|!|$)/i
const tinyHeight = /(^|[;\s])height\s*:\s*[01](px)?\s*(;|!|$)/i

/** True for an image of at most one pixel, one that is hidden, and one of a known counter. */
export function isTrackingPixel(attributes: Attributes): boolean {
  const [width, height, style = '', src = ''] = ['width', 'height', 'style', 'src'].map((name) => attributes.get(name))
  const isTiny = (size: string | undefined) => size !== undefined && /^\s*[01](\.\d*)?(px)?\s*$/.test(size)
  const isNothing = (size: string | undefined) => size !== undefined && /^\s*0+(px|%)?\s*$/.test(size)
  if (isNothing(width) || isNothing(height) || (isTiny(width) && isTiny(height))) return true
  if (attributes.has('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true
  return (tinyWidth.test(style) && tinyHeight.test(style)) || isTracker(src.trim())
}
