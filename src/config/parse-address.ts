import path from 'node:path'
import { parseUrl } from '../text/parse-url.ts'
import { findNearest } from './find-nearest.ts'
import { quote } from './quote.ts'

type Checked = { value: string } | { problem: string }

/** A page's address. @returns the address, with a slash at its end where it has no file name */
export function parseSiteUrl(text: string): Checked {
  const result = parseWebAddress(text, 'https://blog.example/')
  if ('problem' in result) return result
  const url = new URL(result.value)
  if (url.pathname.split('/').at(-1)?.includes('.') !== true && !url.pathname.endsWith('/')) url.pathname += '/'
  return { value: url.href }
}

/** Where a planet is published: its pages stand below it. */
export function parsePlanetUrl(text: string): Checked {
  const result = parseSiteUrl(text)
  const { search } = new URL('value' in result ? result.value : 'https://planet.example')
  return search === '' ? result : { problem: `pages cannot stand below ${quote(search)}; take it out of the address` }
}

/** A feed's address, as the URL parser writes it; a `feed:` address becomes the web address that it stands for. */
export function parseFeedUrl(text: string): Checked {
  const address = text.replace(/^feed:(?=https?:)/i, '').replace(/^feed:(\/\/)?/i, 'http://')
  const url = parseUrl(address)
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    return {
      problem:
        'a name and password in an address would be published; take them out, and send them by headers: of the feed',
    }
  }
  const result = parseWebAddress(address, 'https://blog.example/feed.xml')
  if ('problem' in result || result.value.length <= longestFeedUrl) return result
  return {
    problem: `an address of ${result.value.length} characters is none that a feed has: at most ${longestFeedUrl} are taken`,
  }
}

/** PostgreSQL refuses to index more than 2,704 bytes: one such address, in anybody's list of feeds, would end each build. */
const longestFeedUrl = 2000

/** A face: `auto`, `gravatar`, an address, or a path. */
export function parseFace(text: string): Checked {
  return /^(auto|gravatar)$/i.test(text) ? { value: text.toLowerCase() } : parseFacePath(text)
}

/** A face is a picture on the web, or a file below the planet's root, which is published as it is. */
function parseFacePath(text: string): Checked {
  // One letter before the colon is a drive of Windows.
  if (/^[a-z][a-z0-9+.-]+:/i.test(text)) return parseWebAddress(text, 'https://blog.example/bob.png')
  const clean = path.posix.normalize(text)
  if (/^(\.\.?$|\.\.\/|\/)|[\\:]|\/$/.test(clean)) {
    return {
      problem: `${quote(text)} is no file below the planet's root, where feeds.yaml is; expected for example faces/bob.png`,
    }
  }
  return checkPicture(text, clean, 'faces/bob.png')
}

const pictures = ['svg', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif']

function checkPicture(text: string, file: string, example: string): Checked {
  if (isHidden(path.posix.dirname(file))) return { problem: explainHidden(text, example) }
  if (pictures.includes(path.posix.extname(file).slice(1).toLowerCase())) return { value: file }
  return { problem: `${quote(text)} is no picture: expected SVG, PNG, JPEG, GIF, WebP or AVIF, for example ${example}` }
}

/** Names that begin with a dot are not for the public: .git, .planet. */
function isHidden(file: string): boolean {
  return file.split('/').some((part) => part.startsWith('.') && part !== '.')
}

function explainHidden(text: string, example: string): string {
  return `${quote(text)} is in a folder that begins with a dot, which is not for the public; expected for example ${example}`
}

/** A host with its port, as in a web address. */
export function parseHostPort(text: string): Checked {
  const url = parseUrl(`http://${text}`)
  if (url === undefined || !/^[^/?#@\\]+:\d+$/.test(text)) {
    return { problem: `${quote(text)} is no host and port; expected for example intranet.example:8080` }
  }
  return { value: `${url.hostname}:${url.port === '' ? '80' : url.port}` }
}

/** An id as RFC 4287, section 4.2.6, requires it: an absolute IRI. */
export function parseIri(text: string): Checked | undefined {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`[\]]+$/i.test(text) ? { value: text } : undefined
}

function parseWebAddress(text: string, example: string): Checked {
  if (/\s-\s*https?:/.test(text)) {
    return {
      problem: `${quote(text)} is two lines in one: a "- " that begins a feed stands right below the one before`,
    }
  }
  if (/^[“”„‟‘’«»]/.test(text)) {
    return { problem: `${quote(text)} begins with a curly quote, which is a letter here; write straight ones, or none` }
  }
  if (/\s/.test(text)) {
    return { problem: `${quote(text)} has a blank inside; write two addresses on two lines, and a blank as %20` }
  }
  const url = parseUrl(text)
  if (url !== undefined && /^https?:$/.test(url.protocol)) {
    if (url.username !== '' || url.password !== '') {
      return {
        problem: 'a name and password in an address would be published; take them out',
      }
    }
    url.hash = ''
    return { value: url.href }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]
  if (scheme !== undefined && !/^https?$/i.test(scheme)) {
    const meant = findNearest(scheme, ['https', 'http'])
    const hint = meant ? `did you mean ${quote(meant + text.slice(scheme.length))}?` : `expected for example ${example}`
    return { problem: `${quote(text)} cannot be asked: only http:// and https:// addresses can; ${hint}` }
  }
  const repaired = `https://${text.replace(/^(https?)?:?\/*/i, '')}`
  const meant =
    parseUrl(repaired) !== undefined && /^[^\s/:@]+\.[^\s/@]+/.test(repaired.slice(8)) ? repaired : undefined
  return {
    problem: `${quote(text)} is not a web address; ${meant ? `did you mean ${quote(meant)}?` : `expected for example ${example}`}`,
  }
}

/** A picture below the planet's root: it is published as it is. */
export function parseLogoPath(text: string): Checked {
  const place = parsePlace(text, 'theme/logo.svg')
  return 'problem' in place ? place : checkPicture(text, place.value, 'theme/logo.svg')
}

/** A file below the planet's root: it is read, and not published. */
export function parseListPath(text: string): Checked {
  return parsePlace(text, 'team.yaml')
}

/** A folder below the planet's root. */
export function parseThemePath(text: string): Checked {
  const place = parsePlace(text, 'theme')
  return 'value' in place && isHidden(place.value) ? { problem: explainHidden(text, 'theme') } : place
}

/** A module below the planet's root. */
export function parsePluginPath(text: string): Checked {
  const example = 'plugins/shorten-titles.js'
  const place = parsePlace(text, example)
  if ('problem' in place || /\.m?js$/.test(place.value)) return place
  return {
    problem: `${quote(text)} is no module of JavaScript: its name ends in .js or .mjs; expected for example ${example}`,
  }
}

function parsePlace(text: string, example: string): Checked {
  const clean = path.posix.normalize(text).replace(/\/$/, '')
  return /^(\.\.?$|\.\.\/|\/)|[\\:\0]/.test(clean)
    ? { problem: `${quote(text)} is not below the planet's root, where feeds.yaml is; expected for example ${example}` }
    : { value: clean }
}

/** Schemes that a person can follow. */
const followed = /^(https?|mailto|xmpp|ircs?|matrix|gemini|tel|sip|magnet):/i

/** Where a link of the header leads: a page, or a chat. */
export function parseLinkUrl(text: string): Checked {
  const url = followed.test(text) ? parseUrl(text) : undefined
  return url ? { value: url.href } : parseWebAddress(text, 'https://example.org/')
}
