import { decodeWhole } from '../../src/entry-codec.ts'
import type { DeletedEntry, EntryKeys, EntryRecord, KnownEntry, ParsedEntry } from '../../src/model.ts'
import { identifyEntries } from '../../src/normalize/merge/identify-entries.ts'
import { type MergeRules, mergeFeed } from '../../src/normalize/merge/merge-feed.ts'

type Kept = ParsedEntry & EntryRecord & EntryKeys & { key: number; entryHash: string }

/** A feed's history in memory: what merge says is done to a list. Each version is seen a day after the one before. */
export class FakeHistory {
  kept: Kept[] = []
  #seenAt = new Date('2020-06-01T00:00:00Z')

  constructor(readonly feed: string) {}

  /** @returns when this version was seen */
  see(entries: ParsedEntry[], more: Partial<MergeRules> = {}, deleted: DeletedEntry[] = []): Date {
    const seenAt = this.#seenAt
    const known = {
      entries: this.kept.map((entry): KnownEntry => ({ ...entry, bytes: 0 })),
      isNewFeed: this.kept.length === 0,
      isFirstBuild: false,
      readAt: new Date(+seenAt - 86_400_000),
    }
    const rules: MergeRules = { first: 10, perDay: 20, dates: 'trust', isPurged: () => false, ...more }
    for (const change of mergeFeed(this.feed, { entries: identifyEntries(entries), deleted }, known, rules, seenAt)) {
      if (change.kind === 'added') {
        const { entry, keys, entryHash } = change
        this.kept.push({ ...decodeWhole(entry), ...keys, ...change.record, entryHash, key: this.kept.length })
      } else {
        const old = this.kept[change.key]
        if (old === undefined) throw new Error(`no entry ${change.key}`)
        if (change.kind === 'deleted') {
          this.kept[change.key] = { ...old, offSite: 'deleted' }
          continue
        }
        if (change.kind === 'renamed') {
          this.kept[change.key] = { ...old, ids: [...old.ids, ...change.newIds] }
          continue
        }
        const { entry, keys, entryHash, position, offSite } = change
        const ids = [...old.ids, ...change.newIds]
        this.kept[change.key] = {
          ...old,
          ...decodeWhole(entry),
          ...keys,
          entryHash,
          ids,
          updatedShown: change.updatedShown,
          position,
          offSite,
        }
      }
    }
    this.#seenAt = new Date(+seenAt + 86_400_000)
    return seenAt
  }

  /** Those that are shown somewhere, newest first. */
  get entries(): Kept[] {
    return this.kept
      .filter(({ offSite }) => offSite === undefined)
      .sort((a, b) => +b.position - +a.position || a.rank - b.rank)
  }

  titles(): (string | undefined)[] {
    return this.entries.map((entry) => entry.title)
  }
}
