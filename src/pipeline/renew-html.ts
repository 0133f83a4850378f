import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { ParsedEntry } from '../model.ts'
import type { OldText, Store } from '../store/store.ts'
import { dropTags } from '../text/drop-tags.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'

/** Entries that are renewed and stored together: a build that is killed loses no more work than this. */
const batch = 50

/** Once so many entries of a feed could not be renewed, its further doubtful entries are not tried. */
const mostTries = 3

/**
 * After an upgrade with another sanitiser: make the stored HTML safe by the new rules, in a worker that can be killed. Feeds are not asked
 * for this: most entries have left theirs. An entry on which the sanitiser fails is stored as plain text.
 *
 * @returns a sentence for each feed with such entries
 */
export async function renewHtml(store: Store, parserPool: Pick<ParserPool, 'renew'>): Promise<string[]> {
  const oldest = await store.oldestSanitiser()
  if (oldest === undefined || oldest >= sanitiserVersion) return []
  const broken = new Map<string, { count: number; message: string }>()
  for (;;) {
    const old = await store.oldTexts(sanitiserVersion, batch)
    if (old.length === 0) break
    await store.renewTexts(sanitiserVersion, await renewBatch(old))
  }
  return [...broken].map(
    ([feed, { count, message }]) =>
      `${feed}: ${count === 1 ? 'an entry stands' : `${count} entries stand`} there as plain text after the upgrade: ${message}; please report this, as docs/problems.md says`,
  )

  async function renewBatch(old: OldText[]): Promise<OldText[]> {
    const together = await parserPool.renew(old.map(({ entry }) => entry))
    if (together.kind === 'renewed')
      return old.map((text, place) => ({ ...text, entry: together.entries[place] ?? text.entry }))
    const alone: OldText[] = []
    for (const text of old) alone.push({ ...text, entry: await renewAlone(text) })
    return alone
  }

  async function renewAlone({ feed, entry }: OldText): Promise<ParsedEntry> {
    const known = broken.get(feed)
    const result = known !== undefined && known.count >= mostTries ? undefined : await parserPool.renew([entry])
    const [renewed] = result?.kind === 'renewed' ? result.entries : []
    if (renewed !== undefined) return renewed
    const message = result?.kind === 'unreadable' ? result.problem.message : (known?.message ?? '')
    broken.set(feed, { count: (known?.count ?? 0) + 1, message })
    return makePlain(entry)
  }
}

function makePlain(entry: ParsedEntry): ParsedEntry {
  const plain = (html: string | undefined) => html && dropTags(html)
  return {
    ...entry,
    titleHtml: undefined,
    summaryHtml: plain(entry.summaryHtml),
    contentHtml: plain(entry.contentHtml),
  }
}
