/** How neutral content is fitted into a page. */
export type Embedding = {
  /** The entry's anchor: ids inside the content begin with it. */
  anchor: string
  /** Pages whose fragments are this entry's own ids: its permalink, its feed. */
  ownPages: string[]
  /** Pictures wait until they are scrolled to. */
  lazy: boolean
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
 * @param html the sanitiser's output. Whatever is not of its form is left out, so that nothing gets by.
 */
export function embedContent(html: string, embedding: Embedding): string {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id))
  const demote = makeDemotion()
  let end = 0
  let result = ''
  for (const match of html.matchAll(tag)) {
    const [whole, slash, name = '', attributes = '', selfClosing = ''] = match
    result += escapeRest(html.slice(end, match.index))
    end = match.index + whole.length
    const shown = replaced[name] ?? demote(name, slash !== '')
    const inner = slash === '' ? renderAttributes(name, attributes, ids, embedding) : ''
    const box = wrappers[name]
    result += slash === '' ? (box?.[0] ?? '') : ''
    result += `<${slash}${shown}${inner}${selfClosing === '' ? '' : ' /'}>`
    result += slash === '' ? '' : (box?.[1] ?? '')
  }
  return result + escapeRest(html.slice(end))
}

/**
 * Headings come under the entry's own, which is an h4, and none skips a level: the first is an h5, and so is every one
 * that stands as high; all others are h6.
 */
function makeDemotion(): (name: string, closes: boolean) => string {
  let highest = 7
  return (name, closes) => {
    if (!/^h[1-6]$/.test(name)) return name
    const level = Number(name.charAt(1))
    if (!closes) highest = Math.min(highest, level)
    return level <= highest ? 'h5' : 'h6'
  }
}

/** Wide things scroll inside a box of their own, which the keyboard can reach (WCAG 2.1.1). */
const wrappers: Record<string, [string, string]> = {
  table: ['<div class="wide" tabindex="0" role="region" aria-label="Table">', '</div>'],
  pre: ['<div class="wide" tabindex="0" role="region" aria-label="Code">', '</div>'],
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
