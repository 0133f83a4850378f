import type { EntryQueries } from '../../entry-queries.ts'
import type { Link, Planet } from '../../model.ts'
import type { Translate } from '../messages/open-messages.ts'
import { hasArchivePage } from '../paths/has-archive-page.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import type { FeedFile, FeedsToRender } from './feeds-to-render.ts'
import { findFirstArchive, makeArchives } from './make-archives.ts'
import { makeFeedDocument } from './make-feed-document.ts'
import type { FeedContext } from './make-feed-entry.ts'
import { renderAtom } from './render-atom.ts'

type Context = FeedContext & { planet: Planet; translate: Translate }

/** Every entry there ever was, a hundred to a document (RFC 5005, section 4): parts of one feed, so all have its id. */
export async function* renderArchives(input: FeedsToRender, context: Context): AsyncGenerator<FeedFile> {
  const { queries, planet, touched, known } = input
  const numbers = touched === 'all' ? touched : touched.numbers
  for await (const { path, entries, older, newer } of makeArchives(queries, numbers, known)) {
    if (entries.length === 0) {
      yield { path, bytes: undefined }
      continue
    }
    const links = [
      ...(older === undefined ? [] : [archiveLink('prev-archive', older, planet)]),
      ...(newer === undefined ? [] : [archiveLink('next-archive', newer, planet)]),
    ]
    yield { path, bytes: renderAtom(makeFeedDocument(makeHead(planet, links), entries, context), path) }
  }
  if (touched === 'all') yield* renderMonths(queries, known, context)
}

/** A month had a document of its own once. Who kept its address is led on. */
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
