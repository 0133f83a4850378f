import type { Category, Link, ParsedEntry } from '../../../model.ts'
import type { Warn } from '../collect-warnings.ts'
import { limitId } from './limit-id.ts'
import { limitPeople, mostPeople } from './limit-people.ts'

/** Most parts of an entry beside its text, which every page and feed carries: no honest entry has more. */
const mostEnclosures = 50
const mostCategories = 50
const mostLinks = 100

/** Letters of a category. */
const longestName = 100
/** Bytes that a file name may have. */
const longestFileName = 255
/** Letters of a title, and of a statement of rights. */
const longestTitle = 4000
const longestAddress = 4000

/**
 * Bound everything of an entry but its text, which the sanitiser bounds: what exceeds a limit is left out or cut, and a warning names it.
 */
export function limitEntry(entry: ParsedEntry, warn: Warn): ParsedEntry {
  const few = <Item>(list: Item[], most: number, name: string): Item[] => {
    if (list.length <= most) return list
    warn('TOO_MUCH', `an entry has ${list.length} ${name}; the first ${most} were read`)
    return list.slice(0, most)
  }
  const cut = (text: string | undefined, most: number, name: string): string | undefined => {
    if (text === undefined || text.length <= most) return text
    warn('TOO_MUCH', `${name} of an entry is ${text.length} letters long, and was cut after ${most}`)
    return cutText(text, most)
  }
  const title = cut(entry.title, longestTitle, 'the title')
  const enclosures = few(
    entry.enclosures.filter(({ url, type }) => isShort(url) && isShort(type, longestFileName)),
    mostEnclosures,
    'enclosures',
  )
  const kept = new Set(enclosures.map(({ url }) => url))
  const links = entry.links.filter(
    ({ rel, href, type }) =>
      isShort(href) && isShort(`${rel}${type}`, longestFileName) && (rel !== 'enclosure' || kept.has(href)),
  )
  const id = entry.id === undefined ? undefined : limitId(entry.id)
  if (id !== entry.id) warn('TOO_MUCH', 'an id is longer than 2 kB; a hash of it stands in its place')
  return {
    ...entry,
    id,
    link: isShort(entry.link) ? entry.link : undefined,
    title,
    titleHtml: title === entry.title && isShort(entry.titleHtml, 4 * longestTitle) ? entry.titleHtml : undefined,
    rights: cut(entry.rights, longestTitle, 'what is said of rights'),
    authors: limitPeople(few(entry.authors, mostPeople, 'authors')),
    contributors: limitPeople(few(entry.contributors, mostPeople, 'contributors')),
    categories: few(entry.categories, mostCategories, 'categories').map(limitCategory),
    enclosures,
    image: isShort(entry.image) ? entry.image : undefined,
    commentsUrl: isShort(entry.commentsUrl) ? entry.commentsUrl : undefined,
    links: few<Link>(links, mostLinks, 'links'),
    source: entry.source && {
      id: entry.source.id && limitId(entry.source.id),
      title: entry.source.title && cutText(entry.source.title, longestTitle),
      link: isShort(entry.source.link) ? entry.source.link : undefined,
    },
  }
}

function isShort(text: string | undefined, most = longestAddress): boolean {
  return text === undefined || text.length <= most
}

/** A term may become the file name of a page. */
function limitCategory({ term, scheme, label }: Category): Category {
  return {
    term: cutBytes(cutText(term, longestName), longestFileName),
    scheme: isShort(scheme) ? scheme : undefined,
    label: label && cutText(label, longestName),
  }
}

/** The beginning of a text, without half a letter at its end. */
function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

function cutBytes(text: string, most: number): string {
  let cut = text
  while (Buffer.byteLength(cut) > most) cut = [...cut].slice(0, -1).join('')
  return cut
}
