import { escapeXml } from '../text/escape-xml.ts'
import { findOwn } from '../text/find-own.ts'
import { conformHtml } from './content/conform-html.ts'

/** How neutral content is fitted into a page. */
export type Embedding = {
  /** The entry's anchor: ids inside the content begin with it. */
  anchor: string
  /** Pages whose fragments are this entry's own ids: its permalink, its feed. */
  ownPages: string[]
  /** Pictures wait until they are scrolled to. */
  lazy: boolean
  /** The level of the content's highest heading: one below the entry's own. */
  level: number
  /** Pictures are left out, and their text stands for them. */
  strip: boolean
  /** What a box that scrolls is called, so that no two of a page have one name. */
  label(kind: 'code' | 'table' | 'picture', value: number | string): string
}

/** One tag as the sanitiser writes it: lower case, attributes in double quotes in which no ">" stands. */
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*(\/?)>/g
const attribute = /([a-z-]+)="([^"]*)"/g

/** What would be a landmark of our page, or is no longer HTML, and what stands for it. */
const replaced: Record<string, string> = {
  ...Object.fromEntries(['main', 'header', 'footer', 'nav', 'aside'].map((name) => [name, 'div'])),
  ...Object.fromEntries(['article', 'section', 'hgroup'].map((name) => [name, 'div'])),
  ...{ acronym: 'abbr', big: 'span', center: 'div', strike: 's', tt: 'code' },
}

/**
 * Sanitised HTML of an entry as it stands in a page: headings below the entry's own, ids that cannot clash with another
 * entry's, links within the post that lead there, pictures and media that wait and tell nobody who reads.
 *
 * @param sanitised the sanitiser's output. Whatever is not of its form is left out, so that nothing gets by.
 */
export function embedContent(sanitised: string, embedding: Embedding): string {
  const html = conformHtml(sanitised)
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id))
  const demote = makeDemotion(embedding.level)
  const boxes = { table: 0, pre: 0 }
  let end = 0
  let result = ''
  for (const match of html.matchAll(tag)) {
    const [whole, slash, name = '', attributes = '', selfClosing = ''] = match
    result += escapeRest(html.slice(end, match.index))
    end = match.index + whole.length
    if (embedding.strip && isPicture(name, attributes)) {
      result += name === 'img' ? renderMissing(attributes, embedding) : ''
      continue
    }
    const shown = findOwn(replaced, name) ?? demote(name, slash !== '')
    const inner = slash === '' ? renderAttributes(name, attributes, ids, embedding) : ''
    const isBox = name === 'table' || name === 'pre'
    if (isBox && slash === '') {
      boxes[name] += 1
      const label = escapeXml(embedding.label(name === 'pre' ? 'code' : 'table', boxes[name]))
      result += `<div class="scroll" tabindex="0" role="region" aria-label="${label}">`
    }
    result += `<${slash}${shown}${inner}${selfClosing === '' ? '' : ' /'}>`
    if (isBox && slash !== '') result += '</div>'
  }
  return result + escapeRest(html.slice(end))
}

/**
 * Headings come under the entry's own, and none skips a level: the first is one below it, and so is every one that
 * stands as high; all others are two below it.
 */
function makeDemotion(top: number): (name: string, closes: boolean) => string {
  let highest = 7
  return (name, closes) => {
    if (!/^h[1-6]$/.test(name)) return name
    const level = Number(name.charAt(1))
    if (!closes) highest = Math.min(highest, level)
    return `h${Math.min(level <= highest ? top : top + 1, 6)}`
  }
}

/** A `source` is of a picture, or of a recording: only the former has a `srcset`. */
function isPicture(name: string, attributes: string): boolean {
  return name === 'img' || name === 'picture' || (name === 'source' && / srcset="/.test(attributes))
}

/** What a picture that is left out would have told: its text, where it has one. */
function renderMissing(attributes: string, { label }: Embedding): string {
  const [, alt = ''] = / alt="([^"]*)"/.exec(attributes) ?? []
  return alt.trim() === '' ? '' : `<span class="picture">${escapeRest(label('picture', alt))}</span>`
}

function renderAttributes(name: string, text: string, ids: Set<string>, embedding: Embedding): string {
  const given = new Map([...text.matchAll(attribute)].map(([, key = '', value = '']) => [key, value]))
  const id = given.get('id')
  if (id !== undefined) given.set('id', `${embedding.anchor}-${id}`)
  if (name === 'a') embedLink(given, ids, embedding)
  if (name === 'img') {
    if (!given.has('alt')) given.set('alt', '')
    given.set('decoding', 'async')
    if (embedding.lazy) given.set('loading', 'lazy')
    given.set('referrerpolicy', 'no-referrer')
  }
  if (embedding.strip) given.delete('poster')
  if (name === 'video' || name === 'audio') {
    given.set('controls', '')
    given.set('preload', 'none')
  }
  return [...given].map(([key, value]) => ` ${key}="${value}"`).join('')
}

/** A link to one of the post's own ids leads to its place on this page; all others leave the site. */
function embedLink(given: Map<string, string>, ids: Set<string>, { anchor, ownPages }: Embedding): void {
  const href = given.get('href')
  if (href === undefined) return
  const [page = '', fragment] = href.replaceAll('&amp;', '&').split('#')
  if (fragment !== undefined && ids.has(decode(fragment)) && (page === '' || ownPages.includes(page))) {
    given.set('href', `#${anchor}-${fragment}`)
  } else {
    given.set('rel', 'noopener')
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function escapeRest(text: string): string {
  return text.replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
