import type { EntryQueries } from '../../entry-queries.ts'
import type { Entry, Link, Planet } from '../../model.ts'
import type { Translate } from '../messages/open-messages.ts'
import { hasArchivePage } from '../paths/has-archive-page.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import type { FeedFile, FeedsToRender } from './feeds-to-render.ts'
import {
  type ArchiveDocument,
  type ArchiveEntry,
  archivePath,
  findFirstArchive,
  makeArchives,
} from './make-archives.ts'
import { makeFeedDocument, newestOf, takeOnce } from './make-feed-document.ts'
import type { FeedContext } from './make-feed-entry.ts'
import { renderAtom, renderAtomEntry, renderAtomParts } from './render-atom.ts'

type Context = FeedContext & { planet: Planet; translate: Translate }

/**
 * Every entry there ever was, a hundred to a document (RFC 5005, section 4): parts of one feed, so all have its id. A document that would
 * be too large is split into several files, each of which links to the next.
 */
export async function* renderArchives(input: FeedsToRender, context: Context): AsyncGenerator<FeedFile> {
  const { queries, planet, touched, known, texts } = input
  const { numbers, load } = await makeArchives(queries, touched, known, texts)
  const done = touched === 'all' ? undefined : touched.done
  const present = done === undefined ? known : new Set([...known, ...done])
  /** How many files each document has by now. */
  const counts = new Map<number, number>()
  const filesOf = (number: number) => counts.get(number) ?? countFiles(number, present)
  // The newest part links to the next document, and the number of files of that document is known only once it is made.
  let newest: (() => FeedFile) | undefined
  for (const number of numbers) {
    const document = await load(number)
    const { older, entries } = document
    const parts = entries.length === 0 ? [] : renderParts(entries, context)
    counts.set(number, parts.length)
    const before = countFiles(number, present)
    for (let part = parts.length; part < before; part++) yield { path: archivePath(number, part), bytes: undefined }
    // The document before it leads to its last part.
    if (parts.length !== before && older !== undefined && !numbers.includes(older)) numbers.push(older)
    if (parts.length === 0) continue
    if (newest !== undefined) yield newest()
    const renderPart = (part: number): FeedFile => {
      const links = linkPart(document, part, parts.length, filesOf).map(([rel, path]) => archiveLink(rel, path, planet))
      const path = archivePath(number, part)
      return parts[part]?.(makeHead(planet, links).links, path) ?? { path, bytes: undefined }
    }
    for (let part = parts.length - 1; part > 0; part--) yield renderPart(part)
    newest = () => renderPart(0)
  }
  if (newest !== undefined) yield newest()
  if (touched === 'all' || touched.done !== undefined) yield* renderMonths(queries, known, context)
}

function renderParts(entries: ArchiveEntry[], context: Context) {
  const once = takeOnce(entries)
  const missing = once.filter((entry): entry is Entry => !('text' in entry))
  const document = makeFeedDocument(makeHead(context.planet, []), missing, context)
  const made = document.entries.values()
  const texts = once.flatMap((entry) => {
    if ('text' in entry) return entry.text
    const next = made.next().value
    return next === undefined ? [] : renderAtomEntry(next)
  })
  return renderAtomParts({ ...document, updated: newestOf(once.map(({ updatedShown }) => updatedShown)) }, texts)
}

function countFiles(number: number, known: ReadonlySet<string>): number {
  let count = 0
  while (known.has(archivePath(number, count))) count += 1
  return count
}

/** The links before and after a part: another part of its document, else the nearest part of the neighbouring document. */
function linkPart(
  { number, older, newer }: ArchiveDocument,
  part: number,
  count: number,
  filesOf: (number: number) => number,
): [rel: string, path: string][] {
  const before = part + 1 < count ? archivePath(number, part + 1) : older && archivePath(older)
  const after = part > 0 ? archivePath(number, part - 1) : newer && archivePath(newer, Math.max(filesOf(newer) - 1, 0))
  return [
    ...(before === undefined ? [] : [['prev-archive', before] as [string, string]]),
    ...(after === undefined ? [] : [['next-archive', after] as [string, string]]),
  ]
}

/** Each month once had a document of its own. Readers that kept its address are led on. */
async function* renderMonths(
  queries: EntryQueries,
  known: ReadonlySet<string>,
  context: Context,
): AsyncGenerator<FeedFile> {
  const months = [...known].filter((path) => /^\d{4}\/\d\d\/atom\.xml$/.test(path))
  const first = months.length === 0 ? undefined : await findFirstArchive(queries, [])
  if (first === undefined) return
  const head = makeHead(context.planet, [archiveLink('prev-archive', first, context.planet)])
  for (const path of months) yield { path, bytes: renderAtom(makeFeedDocument(head, [], context), path) }
}

function makeHead(planet: Planet, links: Link[]) {
  const current = { rel: 'current', href: makeSiteUrl('atom.xml', planet), type: 'application/atom+xml' }
  const page = hasArchivePage(planet) ? 'archive/index.html' : 'index.html'
  return { id: planet.id, title: planet.title, page, links: [current, ...links], isArchive: true }
}

export function archiveLink(rel: string, path: string, planet: Planet): Link {
  return { rel, href: makeSiteUrl(path, planet), type: 'application/atom+xml' }
}
