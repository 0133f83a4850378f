import { parseUrl } from '../text/parse-url.ts'
import { elements, globalAttributes, headingNames, voidNames } from './elements.ts'
import { fitPicture, type Pictures } from './fit-picture.ts'
import type { Attributes, Element, Node } from './nodes.ts'
import { openBox } from './open-box.ts'
import { escapeAttribute, escapeHtml, renderAttributes } from './render-html.ts'

/** How stored content is fitted into a page. */
export type Embedding = {
  /** The entry's anchor: ids inside the content begin with it. */
  anchor: string
  /** Pages whose fragments are this entry's own ids: its permalink, its feed. Their own fragments are ignored. */
  ownPages: readonly (string | undefined)[]
  /** Pictures are loaded only when they are scrolled to. */
  lazy: boolean
  /** The level of the content's highest heading: one below the entry's own. */
  level: number
  /** Pictures are left out, and their text stands for them. */
  strip: boolean
  /** Pictures that are shown differently from how they are written; absent: none. */
  pictures?: Pictures | undefined
  /** The accessible name of a box that scrolls, different for each box of a page. */
  label(kind: 'code' | 'table' | 'picture', value: number | string): string
}

/**
 * Conformed HTML of an entry as it stands in a page: headings below the entry's own, ids that cannot clash with another entry's, links
 * within the post that stay on the page, pictures and media that load late and tell nobody who reads.
 *
 * @param nodes of stored HTML; anything that the table of elements does not let through is left out once more.
 */
export function embedNodes(nodes: readonly Node[], embedding: Embedding): string {
  const { anchor, ownPages, lazy, level, strip, pictures, label } = embedding
  const isOurs = pictures?.isOurs === true
  const ids = findIds(nodes)
  const boxes = { table: 0, pre: 0 }
  /**
   * The highest heading so far: headings come below the entry's own, and none skips a level, so one as high as this is one level below the
   * entry's.
   */
  let highest = 7
  let links = 0
  return render(nodes)

  function render(from: readonly Node[]): string {
    let html = ''
    for (const node of from) html += typeof node === 'string' ? escapeHtml(node) : renderElement(node)
    return html
  }

  function renderElement(element: Element): string {
    const { name } = element
    const rule = elements.get(name)
    if (rule?.fate === 'goes' || rule?.fate === 'links') return ''
    if (rule?.fate !== 'stays' || rule.becomes !== undefined) return render(element.children)
    if (strip || isOurs) {
      if (name === 'picture') return render(element.children)
      if (name === 'source' && element.attributes.has('srcset')) return ''
      if (name === 'img' && strip) return renderMissing(element.attributes)
      const known = name === 'img' ? pictures?.find(element.attributes.get('src') ?? '') : undefined
      // A picture of one pixel counts readers.
      if (known !== undefined && known.width <= 1 && known.height <= 1) return ''
      if (name === 'img' && (known === undefined || known.copies.length === 0)) return renderRemote(element.attributes)
    }
    if (name === 'img' && links === 0 && isMoving(element.attributes.get('src') ?? '')) return renderMoving(element)
    if (name === 'a') links += 1
    const shown = headingNames.has(name) ? demote(name) : name
    const start = `<${shown}${renderAttributes(fitAttributes(element))}`
    if (voidNames.has(name)) return `${start} />`
    const isBox = name === 'table' || name === 'pre'
    // Before what is in it: boxes are counted in the order in which they begin.
    const box = isBox ? openBox(name, ++boxes[name], label) : ''
    const whole = `${start}>${render(element.children)}</${shown}>`
    if (name === 'a') links -= 1
    return isBox ? `${box}${whole}</div>` : whole
  }

  function demote(name: string): string {
    const own = Number(name.charAt(1))
    highest = Math.min(highest, own)
    return `h${Math.min(own <= highest ? level : level + 1, 6)}`
  }

  /** In place of a picture that is left out: its `alt`, where it has one. */
  function renderMissing(attributes: Attributes): string {
    const alt = attributes.get('alt') ?? ''
    return alt.trim() === '' ? '' : `<span class="picture">${escapeHtml(label('picture', alt))}</span>`
  }

  function isMoving(src: string): boolean {
    return pictures?.find(src)?.moves === true && /^https?:/.test(src)
  }

  /** The first frame of a moving picture, as a link to the moving one. */
  function renderMoving({ name, attributes }: Element): string {
    const src = attributes.get('src') ?? ''
    const given = fitAttributes({ name, attributes, children: [] })
    // A link needs a name.
    if ((given.get('alt') ?? '').trim() === '') given.set('alt', label('picture', new URL(src).host))
    return `<a href="${escapeAttribute(src)}" rel="noopener"><img${renderAttributes(given)} /></a>`
  }

  /** In place of a picture of which we have no copy: a link to it, in words. */
  function renderRemote(attributes: Attributes): string {
    const src = attributes.get('src') ?? ''
    const alt = (attributes.get('alt') ?? '').trim()
    const host = /^https?:/.test(src) ? parseUrl(src)?.host : undefined
    if (host === undefined) return renderMissing(attributes)
    const words = escapeHtml(label('picture', alt === '' ? host : `${alt} (${host})`))
    // A link cannot stand within another.
    if (links > 0) return `<span class="picture">${words}</span>`
    return `<a class="picture" href="${escapeAttribute(src)}" rel="noopener">${words}</a>`
  }

  function fitAttributes({ name, attributes }: Element): Map<string, string> {
    const given = keepAllowed(name, attributes)
    const id = given.get('id')
    if (id !== undefined) given.set('id', `${anchor}-${id}`)
    if (name === 'a') fitLink(given)
    if (name === 'img') {
      if (!given.has('alt')) given.set('alt', '')
      given.set('decoding', 'async')
      if (lazy) given.set('loading', 'lazy')
      given.set('referrerpolicy', 'no-referrer')
      const known = pictures?.find(given.get('src') ?? '')
      if (known !== undefined) fitPicture(given, known)
    }
    if (strip || isOurs) fitPoster(given)
    if (name === 'video' || name === 'audio') {
      given.set('controls', '')
      given.set('preload', 'none')
    }
    return given
  }

  /** The poster of a film: our copy, or none. */
  function fitPoster(given: Map<string, string>): void {
    const poster = given.get('poster')
    const copy = poster === undefined || strip ? undefined : pictures?.find(poster)?.copies.at(-1)
    if (copy === undefined) given.delete('poster')
    else given.set('poster', copy.link)
  }

  /** A link to one of the post's own ids leads to its place on this page; all others leave the site. */
  function fitLink(given: Map<string, string>): void {
    const href = given.get('href')
    if (href === undefined) return
    const fragment = findOwnFragment(href, ids, ownPages)
    if (fragment !== undefined) given.set('href', `#${anchor}-${fragment}`)
    else given.set('rel', 'noopener')
  }
}

function keepAllowed(name: string, attributes: Attributes): Map<string, string> {
  const own = elements.get(name)?.attributes
  const kept = new Map<string, string>()
  for (const [key, value] of attributes) {
    if (globalAttributes.includes(key) || own?.includes(key)) kept.set(key, value)
  }
  return kept
}

function findIds(nodes: readonly Node[], ids = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const id = node.attributes.get('id')
    if (id !== undefined) ids.add(id)
    findIds(node.children, ids)
  }
  return ids
}

/** The fragment of a link that leads to one of the post's own ids. */
export function findOwnFragment(
  href: string,
  ids: ReadonlySet<string>,
  ownPages: Embedding['ownPages'],
): string | undefined {
  const hash = href.indexOf('#')
  if (hash < 0 || ids.size === 0) return undefined
  const page = href.slice(0, hash)
  const fragment = href.slice(hash + 1)
  if (!ids.has(decode(fragment))) return undefined
  return page === '' || ownPages.some((own) => own?.split('#')[0] === page) ? fragment : undefined
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
