import { mf2 } from 'microformats-parser'
import type { Entry } from '../../src/model.ts'
import { makeAnchor } from '../../src/render/paths/make-anchor.ts'
import { addressOf, readPage, type Site } from './build-site.ts'
import { walkPage } from './walk-page.ts'

type Item = ReturnType<typeof mf2>['items'][number]

/** What a microformats parser does not find of the entries of a page, or finds that is not theirs. */
export function judgeEntries(site: Site, page: string): string[] {
  const html = readPage(site, page)
  const found = findItems(mf2(html, { baseUrl: addressOf(site, page) }).items, 'h-entry')
  const written = walkPage(html).filter(({ attributes }) => attributes.class?.split(' ').includes('h-entry'))
  const entries = new Map(site.entries.map((entry) => [makeAnchor(entry.publishedId), entry]))
  return [
    ...(found.length === written.length ? [] : [`${written.length} entries are written, ${found.length} found`]),
    ...found.flatMap((item) => {
      const entry = entries.get(item.id ?? '')
      return entry === undefined
        ? [`${item.id} is no entry`]
        : judgeItem(item, entry).map((fault) => `${item.id} ${fault}`)
    }),
  ]
}

/** The anchors of the entries that a parser finds on a page. */
export function findAnchors(site: Site, page: string): string[] {
  const { items } = mf2(readPage(site, page), { baseUrl: addressOf(site, page) })
  return findItems(items, 'h-entry').map(({ id }) => id ?? '')
}

function judgeItem({ properties }: Item, entry: Entry): string[] {
  const { name = [], url = [], uid = [], published = [], author = [], content = [] } = properties
  const faults = [
    { fault: 'has no name', is: textOf(name[0]) === '' },
    {
      fault: `is called ${textOf(name[0])}`,
      is: entry.title !== undefined && squeeze(textOf(name[0])) !== squeeze(entry.title),
    },
    { fault: 'has no url', is: textOf(url[0]) === '' },
    { fault: `has the url ${textOf(url[0])}`, is: entry.link !== undefined && !url.map(textOf).includes(entry.link) },
    { fault: 'has no uid', is: textOf(uid[0]) === '' },
    {
      fault: `is published ${textOf(published[0])}`,
      is: +new Date(textOf(published[0])) !== secondsOf(entry.position),
    },
    { fault: 'has no author', is: entry.authors.some((person) => person.name) && textOf(author[0]) === '' },
    { fault: 'has no content', is: entry.contentHtml !== undefined && content.length === 0 },
  ]
  return faults.filter(({ is }) => is).map(({ fault }) => fault)
}

function findItems(items: Item[], type: string): Item[] {
  return items.flatMap((item) => [
    ...(item.type?.includes(type) ? [item] : []),
    ...findItems(item.children ?? [], type),
    ...findItems(Object.values(item.properties).flat().filter(isItem), type),
  ])
}

function isItem(value: Item['properties'][string][number]): value is Item {
  return typeof value === 'object' && 'properties' in value
}

function textOf(value: Item['properties'][string][number] | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? ''
  return typeof value.value === 'string' ? value.value : ''
}

/** Parsers do not agree on white space. */
const squeeze = (text: string) => text.replace(/\s+/g, '')

/** Pages show whole seconds. */
const secondsOf = (date: Date) => Math.floor(+date / 1000) * 1000
