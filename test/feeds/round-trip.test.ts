import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseOpml } from 'feedsmith'
import { expect, test } from 'vitest'
import { escapeHtml } from '../../src/html/render-html.ts'
import type { Entry, ParsedEntry, ParsedFeed, Person } from '../../src/model.ts'
import { makeAnchor } from '../../src/render/paths/make-anchor.ts'
import { findStart } from '../../src/render/views/find-start.ts'
import { findMediaType } from '../../src/text/find-media-type.ts'
import { readColored } from '../../src/workers/read-version.ts'
import { findFaults } from './find-faults.ts'
import { openPlanet, type Site } from './open-planet.ts'

const folders = ['../fixtures/read', '../../demo/feeds'].map((folder) => path.join(import.meta.dirname, folder))
const inputs = folders.flatMap((folder) => readdirSync(folder).map((name) => ({ name, file: path.join(folder, name) })))
const now = '2024-06-01T12:00:00Z'

/** Build a planet of one feed. @returns the site and what is stored, by published id */
async function publish(feed: string): Promise<{ site: Site; stored: Map<string, Entry> }> {
  const planet = openPlanet({ 'https://a.example/feed': feed }, 'outputs: [html, atom, rss, json, opml, rss10]')
  try {
    await planet.build(now)
    const stored = await planet.entries()
    return { site: planet.site(), stored: new Map(stored.map((entry) => [entry.publishedId, asPublished(entry)])) }
  } finally {
    await planet.close()
  }
}

/** Of what could not be read, a question mark is published; of a formula, its words. Classes of ours no feed can bring. */
function asPublished(entry: Entry): Entry {
  const known = (text: string | undefined) => text?.replaceAll('\uFFFD', '?')
  const worded = (html: string | undefined) =>
    known(html)
      ?.replace(/<math[^<>]* alttext="([^"]*)"[^<>]*>.*?<\/math>/gs, '$1')
      .replaceAll(/ class="(?:embed-card|at-[a-z]+)"/g, '')
  return {
    ...entry,
    title: known(entry.title),
    titleHtml: known(entry.titleHtml),
    contentHtml: worded(entry.contentHtml),
    summaryHtml: worded(entry.summaryHtml),
  }
}

/** As another planet would read it: in the colors of code, too. */
async function readBack(site: Site, file: string): Promise<ParsedFeed> {
  const body = Buffer.from(site.get(file) ?? '')
  const result = await readColored({ body, contentType: undefined, baseUrl: `https://planet.example/${file}` })
  if (result.kind === 'unreadable') throw new Error(`${file}: ${result.problem.message}`)
  expect(result.feed.warnings).toEqual([])
  return result.feed
}

/** A kind alone ("image/*") is no type that a feed may have; the end of a file's name says one. */
const filesOf = ({ enclosures }: ParsedEntry) =>
  enclosures.map(({ url, type, length }) => {
    const said = type?.endsWith('/*') || !type?.includes('/') ? undefined : type
    return { url, type: findMediaType(url, said), length }
  })

const authorOf = (entry: Entry): Partial<Person>[] => {
  const named = entry.authors.filter(({ name }) => name !== undefined)
  return named.map(({ name, url }) => ({ name, url }))
}

/** Where nobody is named, the blog is the author: what was not there cannot come back. */
const peopleOf = (read: ParsedEntry, entry: Entry) =>
  authorOf(entry).length === 0 ? [] : read.authors.map(({ name, url }) => ({ name, url }))

const shown = (entry: Entry) =>
  entry.published === undefined ? undefined : new Date(Math.min(+entry.published, +entry.position))

/** What every format holds. */
const held = (read: ParsedEntry, entry: Entry) => ({
  id: read.id,
  link: read.link,
  title: read.title,
  content: read.contentHtml,
  updated: read.updated,
  names: peopleOf(read, entry).map(({ name }) => name),
  language: read.language,
})

/** A picture that the feed gives outside the text stands before it, unless the text has one of its own. */
/** What is shown before a text without a picture of its own: several pictures, or the best one, and what they show in words. */
const leadOf = ({ image, enclosures, contentHtml, summaryHtml }: Entry) => {
  if (image === undefined || /<(img|picture|video)[ />]/.test(contentHtml ?? summaryHtml ?? '')) return ''
  const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const photos = enclosures.filter(({ isPhoto }) => isPhoto)
  const shown = photos.length > 0 ? photos : [{ url: image, alt: enclosures.find(({ url }) => url === image)?.alt }]
  return shown.map(({ url, alt = '' }) => `<p><img src="${escapeText(url)}" alt="${escapeText(alt)}" /></p>`).join('')
}

/**
 * Ids begin with the entry's anchor. Links to one of them lead to its place on the page of the entry's day; to other places of the
 * post, to the post, not to its feed.
 */
function point(html: string, { publishedId, position, link, feed }: Entry): string {
  const anchor = makeAnchor(publishedId)
  const day = position.toISOString().slice(0, 10).replaceAll('-', '/')
  let pointed = html
  for (const [, id = ''] of html.matchAll(/<[^<>]* id="([^"]*)"/g)) {
    pointed = pointed.replace(` id="${id}"`, ` id="${anchor}-${id}"`)
    for (const page of ['', feed, link ?? feed]) {
      pointed = pointed.replaceAll(`href="${page}#${id}"`, `href="https://planet.example/${day}/#${anchor}-${id}"`)
    }
  }
  return link === undefined ? pointed : pointed.replaceAll(`href="${feed}#`, `href="${link}#`)
}

/** The texts of an entry as our feeds give them: what is shown first has the lead. */
function textsOf(entry: Entry): { content: string | undefined; summary: string | undefined } {
  const [lead, summary] = [leadOf(entry), point(entry.summaryHtml ?? '', entry)]
  if (entry.contentHtml !== undefined || summary === '') {
    return { content: lead + point(entry.contentHtml ?? '', entry) || undefined, summary: summary || undefined }
  }
  // An entry with a summary and no link has it as its content, since Atom asks for one.
  if (entry.link === undefined) return { content: lead + summary, summary: undefined }
  return { content: undefined, summary: lead + summary }
}

/** In Atom, the first words are the title of what has none, and a link to its page is the text of what has none. */
function standIn(wanted: ReturnType<typeof wantedInAtom>, { publishedId, position, link }: Entry) {
  const { content, summary } = wanted
  const day = position.toISOString().slice(0, 10).replaceAll('-', '/')
  const address = link ?? `https://planet.example/${day}/#${makeAnchor(publishedId)}`
  const title = wanted.title ?? (findStart(content ?? summary ?? '') || address)
  if (content !== undefined || summary !== undefined) return { ...wanted, title }
  const text = `<p><a href="${escapeHtml(address)}">${escapeHtml(title)}</a></p>`
  return { ...wanted, title, ...(link === undefined ? { content: text } : { summary: text }) }
}

/** In Atom, an id that is an address is the page of an entry that has no other. */
const wantedInAtom = (entry: Entry) => ({
  ...wanted(entry),
  link: entry.link ?? (/^https?:/.test(entry.publishedId) ? entry.publishedId : undefined),
  ...textsOf(entry),
})

const wanted = (entry: Entry) => ({
  id: entry.publishedId,
  link: entry.link,
  title: entry.title,
  content: textsOf(entry).content,
  updated: entry.updatedShown,
  names: authorOf(entry).map(({ name }) => name),
  language: entry.language,
})

test.each(inputs)('a planet that reads this planet has what went in: $name', async ({ file }) => {
  const { site, stored } = await publish(readFileSync(file, 'utf8').replaceAll('\uFFFD', '?'))
  expect(findFaults(site).filter((fault) => !fault.endsWith('ImplausibleDate'))).toEqual([])
  const [atom, rss, json] = [
    await readBack(site, 'atom.xml'),
    await readBack(site, 'rss.xml'),
    await readBack(site, 'feed.json'),
  ]
  expect(atom.entries.length).toBe(stored.size)
  for (const [index, entry] of atom.entries.entries()) {
    const before = stored.get(entry.id ?? '')
    if (before === undefined) throw new Error(`${entry.id} is new`)
    const whole = wanted(before)
    const { content, summary } = textsOf(before)
    expect({ ...held(entry, before), summary: entry.summaryHtml }).toEqual(standIn(wantedInAtom(before), before))
    expect(entry.titleHtml).toBe(before.titleHtml ?? escapeHtml(entry.title ?? ''))
    expect(entry.published).toEqual(shown(before))
    expect(peopleOf(entry, before)).toEqual(authorOf(before))
    expect(entry.categories).toEqual(before.categories)
    // Atom's links cannot say what a file is to the one before it.
    expect(filesOf(entry)).toEqual(filesOf(before))
    expect(entry.commentsUrl).toBe(before.commentsUrl)
    expect(entry.rights).toBe(before.rights)

    // RSS and JSON Feed have one text, and a plain summary of it.
    const text = content ?? summary
    const [item, other] = [rss.entries[index], json.entries[index]]
    if (item === undefined || other === undefined) throw new Error('the formats differ')
    expect(held(item, before), 'RSS').toEqual({ ...whole, content: text })
    expect(item.published, 'RSS').toEqual(shown(before) ?? before.updatedShown)
    // JSON Feed advises to take a page's address for an id: without a link, such an id is one.
    const link = whole.link ?? (/^https?:/.test(whole.id) ? whole.id : undefined)
    expect(held(other, before), 'JSON').toEqual({ ...whole, link, content: text })
    expect(other.published, 'JSON').toEqual(shown(before))
    expect(peopleOf(other, before), 'JSON').toEqual(authorOf(before))
  }
})

test('F-16 opml.xml, read by another reader, is the list of feeds', async () => {
  const lines = `feeds:
  - url: https://b.example/feed.xml
    name: "B & <Co>"
    site: https://b.example/
    language: de
    tags: [core, de]
  - https://a.example/feed
`
  const planet = openPlanet({ 'https://a.example/feed': readFileSync(`${folders[0]}/rss-titles.xml`, 'utf8') }, lines)
  await planet.build(now)
  const site = planet.site()
  await planet.close()
  const { head, body } = parseOpml(site.get('opml.xml') ?? '')
  expect(head?.title).toBe('Planet Test')
  expect(body?.outlines).toMatchObject([
    {
      text: 'B & <Co>',
      title: 'B & <Co>',
      type: 'rss',
      xmlUrl: 'https://b.example/feed.xml',
      htmlUrl: 'https://b.example/',
      language: 'de',
      category: 'core,de',
    },
    { type: 'rss', xmlUrl: 'https://a.example/feed' },
  ])
  expect(site.get('.well-known/recommendations.opml')).toBe(site.get('opml.xml'))
})
