import type { KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** This many addresses do not end as known ones do by chance. */
export const fewestResettled = 3

/** Fewest letters of a name that may identify a page: "index", "1" and "feed" do not. */
const shortest = 6

/**
 * Entries whose blog has moved its posts to another place: "/2024/05/a-walk.html" has become "/posts/a-walk/". The move may change their
 * dates and texts, too: it leaves only the last part of an address as it was.
 *
 * Addresses of a daily or weekly programme end alike as well, but the rest of them differs only in numbers and in names of months, days and
 * seasons. And where other entries are still in their old place, the blog has not moved: "/lisbon/schedule" is another page than
 * "/berlin/schedule".
 *
 * @param fresh entries of a version that no other rule has found to be known
 * @param lost entries that the version lacks
 * @param stayed paths of entries that are still in their old place
 * @returns the known entry by the new id; empty where these are fewer than half of what seems to be new
 */
export function findResettled(
  fresh: readonly IdentifiedEntry[],
  lost: readonly KnownEntry[],
  stayed: readonly string[],
): ReadonlyMap<string, KnownEntry> {
  const before = findSingles(lost, ({ linkPath }) => findName(linkPath))
  const now = findSingles(fresh, ({ keys }) => findName(keys.linkPath))
  const places = new Set([...now.values()].map(({ keys }) => findPlace(keys.linkPath ?? '')))
  if (stayed.some((path) => !places.has(findPlace(path)))) return new Map()
  const found = [...now].flatMap(([name, { id, keys }]) => {
    const known = before.get(name)
    return known !== undefined && isElsewhere(keys, known) && !isOtherwiseCalled(keys, known)
      ? [[id, known] as const]
      : []
  })
  return new Map(found.length >= fewestResettled && found.length * 2 >= fresh.length ? found : [])
}

/** The keys of stored entries whose address ends as that of an entry of the version does, but is in another place. */
export function listNamesakes(
  strange: readonly IdentifiedEntry[],
  stored: readonly Pick<KnownEntry, 'key' | 'linkPath'>[],
): number[] {
  const before = findSingles(stored, ({ linkPath }) => findName(linkPath))
  return strange.flatMap(({ keys }) => {
    const found = before.get(findName(keys.linkPath) ?? '')
    return found !== undefined && isElsewhere(keys, found) ? [found.key] : []
  })
}

type Keys = { linkPath?: string | undefined; titleDay?: string | undefined }

/** The last part of a path, without a suffix such as ".html" or ".php"; `undefined` where it is short, or a number. */
function findName(path: string | undefined): string | undefined {
  const name = /\/([^/?#]+?)(?:\.(?:html?|php|aspx?|md))?$/i.exec(path ?? '')?.[1]?.toLowerCase()
  return name !== undefined && name.length >= shortest && /\p{L}{3}/u.test(name) ? name : undefined
}

/** Words of several languages; of a month also the beginning, with whatever follows it. */
const months = 'jan|ene|gen|feb|fev|mar|maer|apr|avr|abr|may|mai|jun|jui|jul|aug|aou|ago|sep|oct|okt|nov|dec|dez|dic'
const days =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
const seasons =
  'spring|summer|autumn|fall|winter|fruehling|fruehjahr|sommer|herbst|printemps|automne|hiver|primavera|verano'
const numbers = '\\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'

/** The parts of a path that may be of a date, or the number of an issue. */
const dateParts = new RegExp(`(?<=^|[/_-])(?:${numbers}|${days}|${seasons}|(?:${months})[a-z]*)(?=$|[/_-])`, 'g')

function isElsewhere({ linkPath = '' }: Keys, known: Keys): boolean {
  return findPlace(linkPath) !== findPlace(known.linkPath ?? '')
}

function findPlace(path: string): string {
  const place = path.slice(0, path.lastIndexOf('/')).toLowerCase()
  return place
    .replace(dateParts, '0')
    .replace(/(?:0[/_-])+0/g, '0')
    .replace(/\d+/g, '0')
}

/** Whether both have a title, and the titles differ. */
export function isOtherwiseCalled({ titleDay }: Keys, known: Keys): boolean {
  if (titleDay === undefined || known.titleDay === undefined) return false
  return titleDay.slice(titleDay.indexOf(' ')) !== known.titleDay.slice(known.titleDay.indexOf(' '))
}
