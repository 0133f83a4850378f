import { decodeWhole } from '../entry-codec.ts'
import type { KnownFeed } from '../model.ts'
import { makeTemplateTest } from '../normalize/merge/are-unrelated.ts'
import { areOfOnePost, type InstantPair, isPrecise } from '../normalize/merge/find-at-instant.ts'
import { findDeleted } from '../normalize/merge/find-deleted.ts'
import type { IdentifiedEntry, Version } from '../normalize/merge/identify-entries.ts'
import { listDoubtful } from '../normalize/merge/match-entries.ts'
import type { Store } from '../store/store.ts'

/** At most so many texts are compared. */
const most = 50

/**
 * Posts that got another title, address and text at once: where a new entry came at the very instant of a lost one, their texts say whether
 * they are one. On a day without a time, adverts or forecasts that are made from one template are alike, and several.
 *
 * @returns the keys of stored entries, by the new ids
 */
export async function findEdited(
  version: Version,
  { entries, readAt }: KnownFeed,
  store: Store,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Set(entries.flatMap((entry) => entry.ids))
  if (version.entries.every(({ id }) => ids.has(id))) return new Map()
  const pairs = listDoubtful(version.entries, entries, findDeleted(version), readAt).slice(0, most)
  if (pairs.length === 0) return new Map()
  const texts = await store.texts(pairs.map(({ known }) => known.key))
  const edited = pairs.filter((pair) => areOfOnePost(pair, texts.get(pair.known.key) ?? '', textOf(pair.found)))
  if (edited.every(isPrecise)) return makeMap(edited)
  const found = new Set(edited.map((pair) => pair.found.id))
  const others = version.entries.filter(({ id }) => !found.has(id)).slice(0, most)
  const isOfTemplate = makeTemplateTest(others.map(textOf))
  return makeMap(edited.filter((pair) => isPrecise(pair) || !isOfTemplate(textOf(pair.found))))
}

function textOf({ entry }: IdentifiedEntry): string {
  const { title = '', contentHtml = '', summaryHtml = '' } = decodeWhole(entry)
  return `${title} ${contentHtml} ${summaryHtml}`
}

function makeMap(pairs: readonly InstantPair[]): ReadonlyMap<string, number> {
  return new Map(pairs.map(({ found, known }) => [found.id, known.key]))
}
