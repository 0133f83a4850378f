import path from 'node:path'
import type { Planet, SiteFile } from '../model.ts'
import { openCalendar } from '../render/dates/open-calendar.ts'
import type { FoundTopics } from '../render/find-topics.ts'
import { findForeignFiles } from '../render/site/find-foreign-files.ts'
import { findSiteOwner } from '../render/site/is-site-of.ts'
import type { Touched } from '../render/touched.ts'
import { makeLine } from '../text/make-line.ts'
import { listPlaces } from './list-places.ts'

type Intent = {
  planet: Planet
  touched: Touched
  topics: FoundTopics
  /** Paths that were written before. */
  known: Set<string>
  /** Of the site. */
  folder: string
  /** Files of the theme and faces, which are copied into the site unchanged. */
  more: SiteFile[]
}

/** Name at most so many files: where a whole site was copied here, each file would be foreign. */
const mostNamed = 5

/**
 * Called before a build writes anything.
 *
 * @throws where files that we did not write stand at paths of the site; the message names the first ones and says how many there are
 */
export async function refuseForeignFiles({ planet, touched, topics, known, folder, more }: Intent): Promise<void> {
  const calendar = await openCalendar(planet.timezone, planet.language)
  const places = [...listPlaces(planet, calendar, touched, folder, topics), ...more.map((file) => file.path)]
  const foreign = findForeignFiles(folder, places, known)
  if (foreign.length === 0) return
  const named = foreign.length > mostNamed + 1 ? foreign.slice(0, mostNamed) : foreign
  const others = foreign.length - named.length
  const list = [...named.map((file) => path.join(folder, file)), ...(others === 0 ? [] : [`and ${others} more`])]
    .map((line) => `\n  ${line}`)
    .join('')
  const [what, it] = foreign.length === 1 ? ['a file stands', 'it'] : [`${foreign.length} files stand`, 'them']
  const owner = findSiteOwner(folder)
  const isOther = owner !== undefined && (owner.url !== planet.url || owner.title !== planet.title)
  const whose = isOther ? `\nThis is the site of “${makeLine(owner.title)}” (${makeLine(owner.url)}).` : ''
  throw new Error(
    `${what} where the site is to be, and Planet did not write ${it}:${list}${whose}\nNothing was written. Name another folder with --output, move ${it} away, or let ${it} be written over: planet build --adopt`,
  )
}
