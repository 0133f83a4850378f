import { cleanText } from '../../html/clean-text.ts'
import { countNodeWords } from '../../html/count-words.ts'
import { dropCodeColors } from '../../html/drop-code-colors.ts'
import { embedHtml } from '../../html/embed-html.ts'
import { embedNodes } from '../../html/embed-nodes.ts'
import { parseHtml } from '../../html/parse-html.ts'
import { findPictureKey, findPictureKeys } from '../../html/picture-key.ts'
import type { Enclosure, Entry, EntryTitle, Person, Planet, Subscription } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { findMediaType } from '../../text/find-media-type.ts'
import { parseUrl } from '../../text/parse-url.ts'
import type { EntryView, LinkView, TitleView } from '../../theme.ts'
import { limitEntry } from '../limit-entry.ts'
import { makeAnchor } from '../paths/make-anchor.ts'
import { spanPath } from '../paths/page-path.ts'
import { renderLead } from '../render-lead.ts'
import type { EntryStyle } from './entry-style.ts'
import { findDirection } from './find-direction.ts'
import { findStart } from './find-start.ts'
import { linkTag } from './link-tag.ts'
import { listTags } from './list-tags.ts'
import { makeBlogView } from './make-blog-view.ts'
import { type Excerpt, makeExcerpt } from './make-excerpt.ts'
import { nameTag } from './name-tag.ts'
import { showPictures } from './show-pictures.ts'
import type { ViewContext } from './view-context.ts'

export function makeTitleView(entry: EntryTitle, context: ViewContext): TitleView {
  const subscription = context.subscriptions.get(entry.feed)
  const head = makeHead(entry, subscription, context)
  const { anchor, isUntitled, link, permalink, blog, time, language } = head
  const title = isUntitled ? undefined : entry.title
  return {
    anchor,
    title: escapeXml(cutWords(title ?? quoteStart(entry.start ?? '', context.translate), longestInList)),
    isUntitled,
    link,
    permalink,
    blog,
    authors: cutWords(nameAuthors(entry.authors, subscription), longestInList),
    time,
    language,
    direction: findDirection(head.ownLanguage, title ?? ''),
  }
}

/** The values that an entry has both in a list and on a page; and its own language, whether or not the page must declare it. */
function makeHead(entry: EntryTitle, subscription: Subscription | undefined, context: ViewContext) {
  const { planet, calendar } = context
  const anchor = makeAnchor(entry.publishedId)
  const permalink = `${context.link(spanPath(calendar.dayOf(entry.position)))}#${anchor}`
  const ownLanguage = findLanguage(entry, subscription)
  return {
    anchor,
    isUntitled: !isVisible(entry.title),
    link: entry.link ?? permalink,
    permalink,
    blog: makeBlogView(entry.feed, context),
    time: { text: calendar.format(entry.position, planet.show.time), iso: calendar.formatIso(entry.position) },
    language: ownLanguage === undefined || ownLanguage === planet.language ? '' : ownLanguage,
    ownLanguage,
  }
}

/** Characters of a title, and of the authors' names, in lists: a month may list thousands of entries; the entry itself shows them whole. */
const longestInList = 300

/** Characters of a title in labels, where it is repeated for every table: its beginning is enough. */
export const longestSpoken = 100

/** Characters of HTML that are more than a screen shows. */
const aScreen = 2500

/** @param index the entry's number on the page, from 0: pictures of the first two are loaded at once, not lazily */
export function makeEntryView(given: Entry, index: number, style: EntryStyle, context: ViewContext): EntryView {
  const { translate, planet } = context
  const entry = planet.show.highlight ? given : withoutCodeColors(given)
  const subscription = context.subscriptions.get(entry.feed)
  const head = makeHead(entry, subscription, context)
  const { anchor, isUntitled, link, permalink, blog, time, language } = head
  const limited = limitEntry(entry, subscription?.source)
  const html = entry.contentHtml ?? entry.summaryHtml ?? ''
  const title = isUntitled ? makeUntitled(html, translate) : (entry.title ?? '')
  const spoken = cutWords(title, longestSpoken)
  // Each region of a page needs a unique name (ARIA, section 5.3.4), and two blogs may both have written "Weeknotes".
  const { namesake } = style
  const which = namesake === undefined ? [] : [blog.name, time.text, ...(namesake > 1 ? [namesake] : [])]
  const told = [spoken, ...which].join(', ')
  const isLong = (limited.contentHtml ?? limited.summaryHtml ?? '').length > aScreen
  const excerpt = makeExcerpt(limited, style)
  const lead = style.content === 'title' || style.content === 'start' ? '' : renderLead(limited)
  const embedding = {
    anchor,
    ownPages: [entry.link ?? subscription?.about?.link, entry.feed, subscription?.about?.feedUrl],
    lazy: index >= 2,
    level: style.level + 1,
    strip: planet.images === 'strip',
    pictures: showPictures(context),
    label: (kind: 'code' | 'table' | 'picture', value: number | string) =>
      typeof value === 'string'
        ? translate('picture', { text: value })
        : translate(kind, { number: value, title: told }),
  }
  // Listed field by field: each property added to an object after a spread costs V8 a microsecond and more.
  return {
    anchor,
    isUntitled,
    link,
    permalink,
    blog,
    time,
    language,
    title: isUntitled ? escapeXml(title) : (entry.titleHtml ?? escapeXml(title)),
    authors: nameAuthors(entry.authors, subscription),
    direction: findDirection(head.ownLanguage, `${entry.title ?? ''} ${html.slice(0, 2000)}`),
    level: style.level,
    namesBlog: style.namesBlog,
    name: isUntitled ? quoteStart(html, translate) : spoken,
    isSignedAbove: planet.show.byline !== 'end',
    isSignedBelow: planet.show.byline === 'end' || (planet.show.byline === 'both' && isLong),
    content:
      typeof excerpt.content === 'string'
        ? embedHtml(lead + excerpt.content, embedding)
        : embedNodes([...parseHtml(lead).nodes, ...excerpt.content], embedding),
    more: makeMore(entry, limited, excerpt, style.rest === 'blog' ? link : permalink, context),
    enclosures: (style.content === 'title' ? [] : findUnshown(limited.enclosures, `${lead}${html}`)).map(
      ({ url, type, length, isVersion }) => ({
        url,
        label: labelEnclosure({ url, type, length }, context),
        player: isVersion ? null : findPlayer(url, type),
      }),
    ),
    categories: linkCategories(entry, context),
    comments: /^https?:/.test(entry.commentsUrl ?? '') ? (entry.commentsUrl ?? '') : '',
    alsoIn: entry.alsoIn.map((feed) => context.subscriptions.get(feed)?.name ?? new URL(feed).host),
  }
}

function withoutCodeColors(entry: Entry): Entry {
  const { contentHtml, summaryHtml } = entry
  return {
    ...entry,
    contentHtml: contentHtml && dropCodeColors(contentHtml),
    summaryHtml: summaryHtml && dropCodeColors(summaryHtml),
  }
}

/** The link to the rest: of as much as the feed may have shown, here; of the whole entry, at the blog. */
function makeMore(
  entry: Entry,
  limited: Entry,
  excerpt: Excerpt,
  link: string,
  context: ViewContext,
): EntryView['more'] {
  const { contentHtml } = entry
  const isLimited = limited.contentHtml !== contentHtml && limited.summaryHtml !== contentHtml
  if (isLimited && limited.summaryHtml !== undefined && contentHtml !== undefined && entry.link !== undefined) {
    return { text: translateReadOn(countNodeWords(parseHtml(contentHtml).nodes), context), link: entry.link }
  }
  return excerpt.isWhole ? null : { text: translateReadOn(excerpt.words, context), link }
}

/** A private-use language tag (BCP 47, section 2.2.7) tells a browser nothing. */
function findLanguage(entry: EntryTitle, subscription: Subscription | undefined): string | undefined {
  const language = entry.language ?? subscription?.source.language ?? subscription?.about?.language
  return language?.startsWith('x-') ? undefined : language
}

/** P-05: a link of blanks alone could neither be seen nor followed. */
function isVisible(title: string | undefined): boolean {
  return title !== undefined && /[\p{L}\p{N}\p{P}\p{S}]/u.test(title)
}

/** Each category once: WordPress has categories and tags, and many authors use the same name for both, but for capitals. */
function linkCategories({ categories }: Entry, context: ViewContext): LinkView[] {
  const tags = indexTags(context)
  const names = new Map<string, string>()
  for (const { label, term } of categories) {
    const name = label ?? term
    const key = name.toLowerCase()
    if (!names.has(key)) names.set(key, name)
  }
  return [...names].map(([key, text]) => {
    const tag = tags.get(key)
    return { text, link: tag === undefined ? '' : linkTag(tag, context).link }
  })
}

const indexes = new WeakMap<Planet, Map<string, string>>()

/** Tags that have a page, by their name and title in small letters; made once for all pages of a planet. */
function indexTags({ planet }: ViewContext): Map<string, string> {
  const known = indexes.get(planet)
  if (known !== undefined) return known
  const tags = planet.archive.tags ? [...listTags(planet).keys()] : []
  const index = new Map(tags.flatMap((tag) => [nameTag(tag, planet), tag].map((name) => [name.toLowerCase(), tag])))
  indexes.set(planet, index)
  return index
}

/** What people read silently (Brysbaert 2019: 238 of English). */
const wordsPerMinute = 210

function translateReadOn(words: number, { translate }: ViewContext): string {
  const minutes = Math.max(1, Math.round(words / wordsPerMinute))
  return words === 0 ? translate('readAll') : translate('readOn', { count: words, minutes })
}

/** F-06: the entry's authors, else the author in feeds.yaml; or the other way round. */
function nameAuthors(authors: Person[], subscription: Subscription | undefined): string {
  const { author, authorForce } = subscription?.source ?? {}
  if (authorForce && author !== undefined) return author
  const names = authors.flatMap(({ name }) => name ?? [])
  const shown = names.length > 0 ? names : [subscription?.source.author].filter((name) => name !== undefined)
  return shown.join(', ')
}

/** P-05: "Untitled — first eight words…": the name of a note for readers who cannot see that it has no title. */
function makeUntitled(html: string, translate: ViewContext['translate']): string {
  const start = findStart(html)
  return start === '' ? translate('untitled') : translate('untitledStart', { start })
}

/** A note in a list: its first words, in quotes. */
function quoteStart(html: string, translate: ViewContext['translate']): string {
  const start = findStart(html)
  return start === '' ? translate('untitled') : translate('quoted', { text: start })
}

/** Enclosures that a text does not show yet; a picture counts as shown in whatever size. */
function findUnshown(enclosures: readonly Enclosure[], html: string): Enclosure[] {
  const isPicture = ({ url, type }: Enclosure) => findMediaType(url, type)?.startsWith('image/') === true
  const unsaid = enclosures.filter(
    (file) => !html.includes(escapeXml(file.url)) && !(file.isVersion && isPicture(file)),
  )
  if (!unsaid.some(isPicture)) return unsaid
  const shown = findPictureKeys(html)
  return unsaid.filter((file) => !(isPicture(file) && shown.has(findPictureKey(file.url))))
}

/** The player for a file that browsers play: by its type, else by its name. */
function findPlayer(url: string, type: string | undefined): 'audio' | 'video' | null {
  if (!/^https?:/.test(url)) return null
  const [, kind] = /^(audio|video)\//.exec(findMediaType(url, type) ?? '') ?? []
  return kind === 'audio' || kind === 'video' ? kind : null
}

/** "talk.ogg (audio/ogg, 12.3 MB)"; what is unknown is unsaid. */
function labelEnclosure({ url, type, length }: Enclosure, { translate }: ViewContext): string {
  const file = parseUrl(url)?.pathname.split('/').at(-1) ?? ''
  const size = length === undefined || length <= 0 ? undefined : writeSize(length)
  const details = [type && findMediaType(url, type), size].filter((part) => part !== undefined).join(', ')
  return `${decodeName(file) || translate('attachment')}${details === '' ? '' : ` (${details})`}`
}

function writeSize(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** A name may escape characters that no text should contain. */
function decodeName(name: string): string {
  try {
    return cleanText(decodeURIComponent(name))
  } catch {
    return name
  }
}
