import type { Entry, EntryTitle, Person, Planet, Subscription } from '../model.ts'
import { embedContent } from './embed-content.ts'
import { escapeXml } from './escape-xml.ts'
import { makeAnchor } from './make-anchor.ts'
import type { Calendar } from './open-calendar.ts'
import { relativeLink, spanPath } from './page-path.ts'

/** An entry in a list of titles, as templates see it. Every text is ready to show. */
export type TitleView = {
  /** Inline HTML, safe. */
  title: string
  isUntitled: boolean
  /** The original; else the entry's place on its day page. */
  link: string
  /** Relative: the entry's place on its day page. */
  permalink: string
  blog: string
  /** "Ana, Ben"; empty where nobody is named. */
  authors: string
  time: { text: string; iso: string }
  /** Where it differs from the page's. */
  language: string | undefined
  direction: 'ltr' | 'rtl' | 'auto'
}

/** An entry in full, as templates see it. */
export type EntryView = TitleView & {
  anchor: string
  /** HTML, fitted into the page. */
  content: string
  enclosures: { url: string; label: string }[]
  categories: string[]
  alsoIn: string[]
}

/** What every view of a page is made with. */
export type ViewContext = {
  planet: Planet
  calendar: Calendar
  subscriptions: Map<string, Subscription>
  /** The page that the view is for: links count from it. */
  path: string
}

export function makeTitleView(entry: EntryTitle, { planet, calendar, subscriptions, path }: ViewContext): TitleView {
  const subscription = subscriptions.get(entry.feed)
  const permalink = `${relativeLink(path, spanPath(calendar.dayOf(entry.position)))}#${makeAnchor(entry.publishedId)}`
  const languages = [entry.language, subscription?.source.language, subscription?.about?.language]
  // One that somebody made up (x-…) says nothing to a browser.
  const language = languages.find((tag) => tag !== undefined && !tag.startsWith('x-'))
  return {
    title: escapeXml(entry.title ?? 'Untitled'),
    isUntitled: entry.title === undefined,
    link: entry.link ?? permalink,
    permalink,
    blog: subscription?.name ?? new URL(entry.feed).host,
    authors: nameAuthors(entry.authors, subscription),
    time: { text: calendar.format(entry.position, planet.show.time), iso: calendar.formatIso(entry.position) },
    language: language === planet.language ? undefined : language,
    direction: language === undefined ? 'auto' : readsFromRight(language) ? 'rtl' : 'ltr',
  }
}

/** @param index its number on the page, from 0: pictures of the first two are not worth waiting for */
export function makeEntryView(entry: Entry, index: number, context: ViewContext): EntryView {
  const view = makeTitleView(entry, context)
  const anchor = makeAnchor(entry.publishedId)
  const subscription = context.subscriptions.get(entry.feed)
  const ownPages = [entry.link, entry.feed, subscription?.about?.feedUrl].flatMap((url) => url?.split('#')[0] ?? [])
  const html = entry.contentHtml ?? entry.summaryHtml ?? ''
  return {
    ...view,
    title: entry.title === undefined ? escapeXml(makeUntitled(html)) : (entry.titleHtml ?? view.title),
    anchor,
    content: embedContent(html, { anchor, ownPages, lazy: index >= 2 }),
    enclosures: entry.enclosures
      .filter(({ url }) => !html.includes(escapeXml(url)))
      .map(({ url, type, length }) => ({ url, label: labelEnclosure(url, type, length) })),
    categories: entry.categories.map(({ label, term }) => label ?? term),
    alsoIn: entry.alsoIn.map((feed) => context.subscriptions.get(feed)?.name ?? new URL(feed).host),
  }
}

/** F-06: the entry's authors, else who the operator says. */
function nameAuthors(authors: Person[], subscription: Subscription | undefined): string {
  const names = authors.flatMap(({ name }) => name ?? [])
  const shown = names.length > 0 ? names : [subscription?.source.author].filter((name) => name !== undefined)
  return shown.join(', ')
}

/** P-05: "Untitled — first eight words…" */
function makeUntitled(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? ' ')
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length === 0) return 'Untitled'
  const start = words.slice(0, 8).join(' ').slice(0, 100)
  return `Untitled — ${start}${words.length > 8 ? '…' : ''}`
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** "talk.ogg (audio/ogg, 12.3 MB)" */
function labelEnclosure(url: string, type: string | undefined, length: number | undefined): string {
  const file = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : ''
  const size = length !== undefined && length > 0 ? `${(length / 1e6).toFixed(1)} MB` : undefined
  const details = [type, size].filter((part) => part !== undefined).join(', ')
  return `${decodeName(file) || 'Attachment'}${details === '' ? '' : ` (${details})`}`
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Languages written from right to left, and any language in such a script. */
function readsFromRight(language: string): boolean {
  if (/-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)\b/i.test(language)) return true
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(?!-Latn)(-|$)/i.test(language)
}
