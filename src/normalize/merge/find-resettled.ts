import type { KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'

/** So many posts do not end alike by chance. */
export const fewestResettled = 3

/** Letters of a name that is none of a page like any other: "index", "1", "feed". */
const shortest = 6

/**
 * Entries whose blog keeps its posts in another place now: "/2024/05/a-walk.html" has become "/posts/a-walk/". Their dates may be other
 * ones by that, and their texts: the last part of an address is what a move leaves as it was.
 *
 * What a programme says each day and each week ends alike as well: there, the rest differs in numbers and in names of months, days and
 * seasons only. And where others stand in their old place still, the blog has not moved: "/lisbon/schedule" is another than
 * "/berlin/schedule".
 *
 * @param fresh entries of a version that nothing else shows to be known
 * @param lost entries that the version lacks
 * @param stayed paths of those that stand where they stood before
 * @returns the known entry by the new id; none where it is fewer than half of what seems to be new
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

/** Of all that is stored, the numbers of those whose addresses end as one of a version's does, and stand elsewhere. */
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

/** The last part of a path, without what says how the page is made; `undefined` where it is short, or a number. */
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

/** Where in a path a date may stand, or the number of an issue. */
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

/** Whether both have a title, and not the same. */
export function isOtherwiseCalled({ titleDay }: Keys, known: Keys): boolean {
  if (titleDay === undefined || known.titleDay === undefined) return false
  return titleDay.slice(titleDay.indexOf(' ')) !== known.titleDay.slice(known.titleDay.indexOf(' '))
}
