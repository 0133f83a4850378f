import { htmlToText } from '../../html/to-text.ts'
import type { Entry, Planet } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { addDays, makeRange, nameWeek, type Period } from '../digest/find-period.ts'
import { listLastPeriods, listPeriods, mostPeriods } from '../digest/list-periods.ts'
import { readPeriod } from '../digest/read-period.ts'
import { makeFromEntry } from '../make-from-entry.ts'
import { makePageUrl, makeSiteUrl } from '../paths/make-site-url.ts'
import { digestPath, spanPath, weekPath } from '../paths/page-path.ts'
import type { FeedEntry } from './feed-document.ts'
import type { FeedFile, FeedsToRender } from './feeds-to-render.ts'
import { type FeedContext, makeFeedEntry } from './make-feed-entry.ts'
import { renderAtom } from './render-atom.ts'

/** Bytes of the texts of one period; entries beyond that show only their first words. */
const largestPeriod = 400_000

/** Characters that stand for a text beyond. */
const excerptLength = 300

/**
 * One entry for each day or week that is over, with all posts of that period. The digest is written when a period in it has changed, or
 * another has ended; a period that is over changes only when a post is corrected or taken down.
 */
export async function* renderDigests(
  input: FeedsToRender,
  context: FeedContext,
  since: Date,
): AsyncGenerator<FeedFile> {
  const { planet, queries, calendar, known, days } = input
  const isWhole = input.touched === 'all' || input.touched.done !== undefined
  const touched = input.touched === 'all' || isWhole ? 'all' : input.touched.positions
  for (const kind of planet.digest ?? []) {
    const path = digestPath(kind)
    const changed = listPeriods(kind, queries, calendar, touched, days)
    if (known.has(path) && touched !== 'all' && (await changed.next()).done) continue
    const entries: FeedEntry[] = []
    for (const period of await listLastPeriods(kind, queries, calendar, days.today)) {
      const found = await readPeriod(queries, calendar, period)
      if (found.length > 0 && entries.length < mostPeriods[kind]) entries.push(makeEntry(period, found, input, context))
    }
    const updated = entries.map((entry) => +entry.updated).reduce((newest, each) => Math.max(newest, each), +since)
    const document = {
      planet,
      translate: input.translate,
      entries,
      links: [],
      isArchive: false,
      removed: [],
      subtitle: undefined,
      id: makeSiteUrl(path, planet),
      title: `${planet.title}: ${input.translate(kind === 'weekly' ? 'digestWeekly' : 'digestDaily')}`,
      page: makePageUrl('index.html', planet),
      updated: new Date(updated),
    }
    yield { path, bytes: renderAtom(document, path) }
  }
}

function makeEntry(period: Period, entries: Entry[], input: FeedsToRender, context: FeedContext): FeedEntry {
  const { planet, calendar } = input
  const { to } = makeRange(period, calendar)
  const page = makePageUrl(pageOf(period), planet)
  let room = largestPeriod
  const texts = entries.map((entry) => {
    const made = makeFromEntry(entry, (shown) => makeFeedEntry(shown, context), input)
    const text = renderPart(made, calendar.format(entry.position, planet.show.time), room > 0)
    room -= Buffer.byteLength(text)
    return text
  })
  return {
    id: `${makeSiteUrl(digestPath(period.kind), planet)}#${nameOf(period)}`,
    language: planet.language,
    title: `${planet.title}, ${nameDays(period, input)}`,
    titleHtml: undefined,
    link: planet.outputs.includes('html') ? page : undefined,
    linkType: 'text/html',
    via: page,
    replies: undefined,
    license: undefined,
    enclosures: [],
    contributors: [],
    categories: [],
    rights: undefined,
    published: to,
    updated: new Date(entries.reduce((newest, { updatedShown }) => Math.max(newest, +updatedShown), +to)),
    authors: [{ name: planet.owner?.name ?? planet.title, url: undefined, email: undefined }],
    summaryHtml: undefined,
    contentHtml: texts.join('\n<hr />\n'),
    source: makeSource(planet, to),
  }
}

/** One post of the period: its title, blog, time and text. */
function renderPart(entry: FeedEntry, time: string, isWhole: boolean): string {
  const { title, titleHtml, authors, source } = entry
  const link = escapeXml(entry.link ?? entry.via)
  const names = [source.title, ...authors.map(({ name }) => name).filter((name) => name !== source.title)]
  const by = `${escapeXml(names.join(' · '))} · <a href="${escapeXml(entry.via)}">${escapeXml(time)}</a>`
  const heading = title === undefined ? '' : `<h2><a href="${link}">${titleHtml ?? escapeXml(title)}</a></h2>\n`
  const html = entry.contentHtml ?? entry.summaryHtml ?? ''
  const text = isWhole ? html : `<p>${escapeXml(cutWords(htmlToText(html), excerptLength))}</p>`
  return `${heading}<p>${by}</p>\n${text}`
}

/** A digest is taken from the planet's own feed. */
function makeSource(planet: Planet, updated: Date): FeedEntry['source'] {
  return {
    id: planet.id,
    title: planet.title,
    subtitle: planet.description,
    updated,
    site: planet.url,
    feed: makeSiteUrl('atom.xml', planet),
    authors: [],
    rights: undefined,
    license: undefined,
    icon: undefined,
  }
}

function nameOf({ kind, first }: Period): string {
  return kind === 'weekly' ? nameWeek(first) : first
}

function pageOf({ kind, first }: Period): string {
  return kind === 'weekly' ? weekPath(nameWeek(first)) : spanPath(first)
}

/** "April 01, 2019 – April 07, 2019" */
function nameDays({ kind, first, next }: Period, { calendar, planet }: FeedsToRender): string {
  const days = kind === 'weekly' ? [first, addDays(next, -1)] : [first]
  return days.map((day) => calendar.formatDay(day, planet.show.date)).join(' – ')
}
