import type { EntryChange, EntryKeys, EntryRecord, FeedState, ParsedEntry } from '../model.ts'
import { claimPublishedId } from './claim-published-id.ts'
import type { Database } from './database.ts'
import { encodeEntry } from './entry-codec.ts'
import { writeFeedState } from './feed-rows.ts'
import { writeMeta } from './meta.ts'
import type { Batch } from './open-batch.ts'
import { openTouch, type Touch } from './open-touch.ts'
import { prepare } from './prepare.ts'
import { releaseEntries } from './release-entries.ts'
import type { ApplyOptions } from './store.ts'
import { trackVanished } from './track-vanished.ts'
import { writeTombstone } from './write-tombstone.ts'

/** Write what one version of a feed changes, and the feed's new state: both land together or not at all. */
export async function writeChanges(
  database: Database.Database,
  batch: Batch,
  url: string,
  changes: EntryChange[],
  state: FeedState,
  seenAt: Date,
  { touchAll, sanitiser, carried, release }: ApplyOptions,
): Promise<void> {
  const hasNews = changes.length > 0 || touchAll || carried !== undefined || release
  const { findDomain } = hasNews ? await import('../text/find-domain.ts') : { findDomain: noDomain }
  batch.add(() => {
    writeFeedState(database, url, state)
    if (!hasNews) return
    const row = prepare(database, 'SELECT feed_id FROM feeds WHERE url = ?').get(url) as { feed_id: number }
    const touch = openTouch(database)
    const said = { feed: row.feed_id, domain: findDomain(state.about?.link ?? '') ?? null }
    const isOther = prepare(database, statements.saidDomain).run(said).changes > 0
    if (touchAll || isOther) touch.feed(row.feed_id)
    const released = release ? releaseEntries(database, row.feed_id, touch, seenAt) : 0
    if (released > 0 || changes.some(isSeen)) writeMeta(database, 'updated', String(+seenAt))
    if (changes.length > 0) {
      writeEntries(database, row.feed_id, changes, { touch, sanitiser, seenAt, findDomain })
    }
    if (carried !== undefined) trackVanished(database, row.feed_id, carried, seenAt)
  }, changes.length)
}

/** False of what a quarantined feed brings, and of what rules hide: no page shows it. */
function isSeen(change: EntryChange): boolean {
  const offSite =
    change.kind === 'added' ? change.record.offSite : change.kind === 'changed' ? change.offSite : undefined
  return offSite !== 'quarantined' && offSite !== 'filtered' && offSite !== 'plugin'
}

type FindDomain = (url: string) => string | undefined
const noDomain: FindDomain = () => undefined

/** What a change is written with. */
type Writing = { touch: Touch; sanitiser: number; seenAt: Date; findDomain: FindDomain }

/** What is run for every feed with news, by name. */
const statements = {
  saidDomain: 'UPDATE feeds SET said_domain = :domain WHERE feed_id = :feed AND said_domain IS NOT :domain',
  add: `INSERT INTO entries (feed_id, published_id, first_seen, position, rank, updated_shown, off_front, off_site, link_path,
      link_key, link_domain, title_day, text_day, source_hash, entry_hash, revision, link, title, language, authors, published)
    VALUES (:feed, :publishedId, :firstSeen, :position, :rank, :updatedShown, :offFront, :offSite, :linkPath,
      :linkKey, :linkDomain, :titleDay, :textDay, :sourceHash, :entryHash, :revision, :link, :title, :language, :authors, :published)`,
  edit: `UPDATE entries SET updated_shown = :updatedShown, position = :position, off_site = :offSite,
      link_path = :linkPath, link_key = :linkKey, link_domain = :linkDomain, title_day = :titleDay, text_day = :textDay, source_hash = :sourceHash,
      entry_hash = :entryHash, link = :link, title = :title, language = :language, authors = :authors, published = :published
    WHERE entry_id = :key`,
  addId: `INSERT INTO entry_ids (feed_id, id, entry_id, since) VALUES (?, ?, ?, ?)
    ON CONFLICT (feed_id, id) DO UPDATE SET entry_id = excluded.entry_id, since = excluded.since`,
  dropShape: 'DELETE FROM shaped WHERE entry_id = ?',
  putText: `INSERT INTO texts (entry_id, entry, sanitiser) VALUES (?, ?, ?)
    ON CONFLICT (entry_id) DO UPDATE SET entry = excluded.entry, sanitiser = excluded.sanitiser`,
}

function writeEntries(
  database: Database.Database,
  feed: number,
  changes: EntryChange[],
  { touch, sanitiser, seenAt, findDomain }: Writing,
): void {
  const add = prepare(database, statements.add)
  const edit = prepare(database, statements.edit)
  const addId = prepare(database, statements.addId)
  const putText = prepare(database, statements.putText)
  const dropShape = prepare(database, statements.dropShape)

  const writeOne = (change: Extract<EntryChange, { kind: 'added' | 'changed' }>): number => {
    const { linkKey } = change.keys
    const linkDomain = linkKey === undefined ? null : (findDomain(change.entry.link ?? '') ?? null)
    const values = {
      ...{ ...entryValues(change.entry), ...keyValues(change.keys) },
      ...{ linkDomain, entryHash: change.entryHash },
    }
    if (change.kind === 'added') {
      const publishedId = claimPublishedId(database, change.record)
      const record = { ...recordValues(change.record), publishedId }
      return Number(add.run({ ...values, ...record, feed, revision: touch.revision() }).lastInsertRowid)
    }
    const { key, updatedShown, position, offSite } = change
    touch.entry(key)
    // What it was shaped from is no longer what its feed brings.
    dropShape.run(key)
    edit.run({ ...values, updatedShown: +updatedShown, position: +position, offSite: offSite ?? null, key })
    return key
  }

  for (const change of changes) {
    if (change.kind === 'deleted') {
      writeTombstone(database, change.key, 'deleted', touch, seenAt)
      continue
    }
    const ids = change.kind === 'added' ? change.record.ids : change.newIds
    const key = change.kind === 'renamed' ? change.key : writeOne(change)
    for (const id of ids) addId.run(feed, id, key, touch.revision())
    if (change.kind === 'renamed') continue
    touch.entry(key)
    putText.run(key, encodeEntry(change.entry), sanitiser)
  }
}

function entryValues(entry: ParsedEntry) {
  return {
    sourceHash: entry.sourceHash,
    link: entry.link ?? null,
    title: entry.title ?? null,
    language: entry.language ?? null,
    authors: JSON.stringify(entry.authors),
    published: entry.published === undefined ? null : +entry.published,
  }
}

function recordValues(record: EntryRecord) {
  return {
    firstSeen: +record.firstSeen,
    position: +record.position,
    rank: record.rank,
    updatedShown: +record.updatedShown,
    offFront: record.offFront ?? null,
    offSite: record.offSite ?? null,
  }
}

function keyValues(keys: EntryKeys) {
  return {
    linkPath: keys.linkPath ?? null,
    linkKey: keys.linkKey ?? null,
    titleDay: keys.titleDay ?? null,
    textDay: keys.textDay ?? null,
  }
}
