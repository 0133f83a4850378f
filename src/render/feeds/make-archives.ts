import type { EntryQueries } from '../../entry-queries.ts'
import type { Entry } from '../../model.ts'

/** Entries of one document. */
const size = 100

/** A document that must be written again, whole; without entries it is to be deleted. Documents count from 1. */
export type ArchiveDocument = { path: string; entries: Entry[]; older: string | undefined; newer: string | undefined }

/** What has changed: numbers of entries, or everything. */
type Touched = number[] | 'all'

/**
 * The archive documents that must be rendered, one at a time (RFC 5005, section 4). A document holds a hundred entries as they came,
 * not as they are dated, so that one that is full stays as it is: what comes later, whatever its date, stands in a later one. It is
 * written again when one of its own entries changes, and when the document beside it is new or gone, to which it links.
 *
 * @param touched numbers of changed entries, or all that there are
 * @param known paths of the documents that are there
 */
export async function* makeArchives(
  queries: EntryQueries,
  touched: Touched,
  known: ReadonlySet<string>,
): AsyncGenerator<ArchiveDocument> {
  const last = documentOf(await queries.lastNumber())
  const changed = touched === 'all' ? countTo(last) : [...new Set(touched.map(documentOf))]
  const filled = new Map<number, boolean>()
  for (const document of changed) filled.set(document, await queries.hasNumbered(...rangeOf(document)))
  const isThere = (document: number) => filled.get(document) ?? known.has(archivePath(document))
  const documents = new Set(changed)
  for (const document of touched === 'all' ? [] : changed) {
    if (isThere(document) === known.has(archivePath(document))) continue
    for (const other of findNeighbours(document, last, isThere)) if (other !== undefined) documents.add(other)
  }
  for (const document of [...documents].sort((a, b) => a - b)) {
    const [older, newer] = findNeighbours(document, last, isThere)
    yield {
      path: archivePath(document),
      entries: isThere(document) ? await queries.numbered(...rangeOf(document)) : [],
      older: older === undefined ? undefined : archivePath(older),
      newer: newer === undefined ? undefined : archivePath(newer),
    }
  }
}

/**
 * The newest document that a feed does not hold whole: there a reader who wants everything goes on. Held-back entries and those beyond
 * the feed's length stand only there.
 *
 * @param entries of the feed. Each document that is held whole takes at least one of them, so that few are looked at
 */
export async function findFirstArchive(queries: EntryQueries, entries: Entry[]): Promise<string | undefined> {
  const held = new Set(entries.map(({ publishedId }) => publishedId))
  for (let document = documentOf(await queries.lastNumber()); document > 0; document -= 1) {
    const all = await queries.numbered(...rangeOf(document))
    if (all.some(({ publishedId }) => !held.has(publishedId))) return archivePath(document)
  }
  return undefined
}

/** Where an archive document is: "archive/12.xml". */
function archivePath(document: number): string {
  return `archive/${document}.xml`
}

function documentOf(number: number): number {
  return Math.ceil(number / size)
}

function rangeOf(document: number): [from: number, to: number] {
  return [(document - 1) * size + 1, document * size + 1]
}

function findNeighbours(document: number, last: number, isThere: (document: number) => boolean) {
  let [older, newer] = [document - 1, document + 1]
  while (older > 0 && !isThere(older)) older -= 1
  while (newer <= last && !isThere(newer)) newer += 1
  return [older > 0 ? older : undefined, newer <= last ? newer : undefined] as const
}

function countTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
