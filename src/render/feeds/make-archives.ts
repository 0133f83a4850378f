import type { EntryQueries } from '../../entry-queries.ts'
import type { Entry } from '../../model.ts'
import type { KeptTexts } from './open-kept-texts.ts'

/** Entries of one document. */
const size = 100

/** An entry, or its rendered text where this rendering has already made it. */
export type ArchiveEntry = Entry | { publishedId: string; updatedShown: Date; text: Uint8Array }

/** A document and its neighbours, by their numbers, which count from 1; a document without entries is to be deleted. */
export type ArchiveDocument = {
  number: number
  entries: ArchiveEntry[]
  older: number | undefined
  newer: number | undefined
}

/** The archive documents that must be rewritten, whole, oldest first; each is loaded when it is wanted. */
export type Archives = { numbers: number[]; load(number: number): Promise<ArchiveDocument> }

/** What has changed: numbers of entries, with the files already `done` apart from these; or everything. */
type Touched = { numbers: number[]; done?: ReadonlySet<string> | undefined } | 'all'

/**
 * The archive documents that must be rendered (RFC 5005, section 4). A document holds a hundred entries in the order in which they came,
 * not by date, so that a full document stays as it is: an entry that comes later, whatever its date, stands in a later document. A document
 * is written again when one of its own entries changes, and when a neighbouring document, to which it links, is new or gone.
 *
 * @param known paths of the documents that are there
 * @param texts texts of entries that this rendering has already made
 */
export async function makeArchives(
  queries: EntryQueries,
  touched: Touched,
  known: ReadonlySet<string>,
  texts?: KeptTexts,
): Promise<Archives> {
  const last = documentOf(await queries.lastNumber())
  const before = touched === 'all' ? known : (touched.done ?? known)
  const changed = touched === 'all' ? countTo(last) : [...listChanged(touched, last)]
  const filled = new Map<number, boolean>()
  for (const document of changed) filled.set(document, await queries.hasNumbered(...rangeOf(document)))
  const isThere = (document: number) => filled.get(document) ?? before.has(archivePath(document))
  const documents = new Set(changed)
  for (const document of touched === 'all' ? [] : changed) {
    if (isThere(document) === before.has(archivePath(document))) continue
    for (const other of findNeighbours(document, last, isThere)) if (other !== undefined) documents.add(other)
  }
  return {
    numbers: [...documents].sort((a, b) => a - b),
    async load(number) {
      const [older, newer] = findNeighbours(number, last, isThere)
      return { number, entries: isThere(number) ? await loadEntries(queries, number, texts) : [], older, newer }
    },
  }
}

async function loadEntries(queries: EntryQueries, document: number, texts?: KeptTexts): Promise<ArchiveEntry[]> {
  const range = rangeOf(document)
  const kept = texts?.find(...range)
  if (kept === undefined || kept.size === 0) return queries.numbered(...range)
  const heads = await queries.numberedHeads(...range)
  const missing = heads.filter(({ number }) => !kept.has(number)).map(({ number }) => number)
  const others = missing.length === 0 ? [] : await queries.someNumbered(missing)
  const byId = new Map(others.map((entry) => [entry.publishedId, entry]))
  return heads.flatMap(({ number, publishedId, updatedShown }) => {
    const text = kept.get(number)
    return text === undefined ? (byId.get(publishedId) ?? []) : { publishedId, updatedShown, text }
  })
}

/**
 * The newest document of which the feed lacks an entry: a reader who wants everything goes on there. Held-back entries and those beyond the
 * feed's length stand only in the archive.
 *
 * @param entries of the feed. Each document that the feed holds whole accounts for at least one of them, so that few documents are looked
 * at
 */
export async function findFirstArchive(queries: EntryQueries, entries: Entry[]): Promise<string | undefined> {
  const held = new Set(entries.map(({ publishedId }) => publishedId))
  for (let document = documentOf(await queries.lastNumber()); document > 0; document -= 1) {
    const all = await queries.numberedHeads(...rangeOf(document))
    if (all.some(({ publishedId }) => !held.has(publishedId))) return archivePath(document)
  }
  return undefined
}

/**
 * The path of a part of an archive document: "archive/12.xml" has the newest entries, or all of them where the document is one file;
 * "archive/12-2.xml" has the entries before those.
 *
 * @param part counts from 0
 */
export function archivePath(document: number, part = 0): string {
  return part === 0 ? `archive/${document}.xml` : `archive/${document}-${part + 1}.xml`
}

function documentOf(number: number): number {
  return Math.ceil(number / size)
}

function rangeOf(document: number): [from: number, to: number] {
  return [(document - 1) * size + 1, document * size + 1]
}

function findNeighbours(document: number, last: number, isThere: (document: number) => boolean) {
  let older = document - 1
  let newer = document + 1
  while (older > 0 && !isThere(older)) older -= 1
  while (newer <= last && !isThere(newer)) newer += 1
  return [older > 0 ? older : undefined, newer <= last ? newer : undefined] as const
}

/** Documents that hold one of the changed entries, and documents not yet done. */
function listChanged({ numbers, done }: Exclude<Touched, 'all'>, last: number): Set<number> {
  const missing = done === undefined ? [] : countTo(last).filter((document) => !done.has(archivePath(document)))
  return new Set([...numbers.map(documentOf), ...missing])
}

function countTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
