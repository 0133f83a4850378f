import type { EntryChange, EntryHead, EntryKeys, EntryRecord, FeedState } from '../model.ts'
import { claimPublishedIds } from './claim-published-ids.ts'
import type { Database, Value, Values } from './database.ts'
import { readFeedRows, writeFeedState } from './feed-rows.ts'
import { isOfAnother } from './is-of-another.ts'
import { writeMeta } from './meta.ts'
import { openTouch, type Touch } from './open-touch.ts'
import { releaseEntries } from './release-entries.ts'
import type { ApplyOptions } from './store.ts'
import { trackVanished } from './track-vanished.ts'
import { writeTombstones } from './write-tombstones.ts'

/** Write what one version of a feed changes, and the feed's new state: both land together or not at all. */
export async function writeChanges(
  database: Database,
  url: string,
  changes: EntryChange[],
  state: FeedState,
  seenAt: Date,
  { touchAll, sanitiser, carried, release }: ApplyOptions,
): Promise<void> {
  const hasNews = changes.length > 0 || touchAll || carried !== undefined || release
  if (!hasNews) return database.note((tx) => writeFeedState(tx, url, state))
  const { findDomain } = await import('../text/find-domain.ts')
  await database.gather(async (tx) => {
    await writeFeedState(tx, url, state)
    const rows = await readFeedRows(tx)
    const feed = rows.get(url)?.key
    if (feed === undefined) throw new Error(`no feed ${url} is stored`)
    const touch = openTouch(tx)
    const domain = findDomain(state.about?.link ?? '')
    // A feed that says nothing for a day, or that it is at home on its author's machine, has said nothing else.
    const isOther =
      domain !== undefined && isPlace(domain) && (await tx.run(statements.said, { feed, domain, since: +seenAt })) > 0
    if (touchAll || isOther) await touch.feed(feed)
    const released = release ? await releaseEntries(tx, feed, touch, seenAt) : 0
    if (released > 0 || changes.some(isSeen)) await writeMeta(tx, 'updated', String(+seenAt))
    const isForeign = (id: string, of: string) => isOfAnother(id, of, rows, findDomain)
    if (changes.length > 0) await writeEntries(tx, feed, changes, { touch, sanitiser, seenAt, findDomain, isForeign })
    if (carried !== undefined) await trackVanished(tx, feed, carried, seenAt)
  }, changes.length)
}

/** False of what a quarantined feed brings, and of what rules hide: no page shows it. */
function isSeen(change: EntryChange): boolean {
  const offSite =
    change.kind === 'added' ? change.record.offSite : change.kind === 'changed' ? change.offSite : undefined
  return offSite !== 'quarantined' && offSite !== 'filtered' && offSite !== 'plugin'
}

/** False of "localhost" and of an address of IP. */
function isPlace(domain: string): boolean {
  return /\.[a-z]/.test(domain)
}

type FindDomain = (url: string) => string | undefined

/** What a change is written with. */
type Writing = {
  touch: Touch
  sanitiser: number
  seenAt: Date
  findDomain: FindDomain
  isForeign: (id: string, feed: string) => boolean
}

/** What is run for every feed with news, by name. */
const statements = {
  said: `UPDATE feeds SET said_domain = :domain, said_before = said_domain, said_before_since = said_since,
      said_since = CASE WHEN said_before = :domain THEN said_before_since ELSE :since END
    WHERE feed_id = :feed AND said_domain IS DISTINCT FROM :domain`,
  lastKey: 'SELECT max(entry_id) AS last FROM entries',
  add: `INSERT INTO entries (entry_id, feed_id, published_id, first_seen, position, rank, updated_shown, off_front, off_site, link_path,
      link_key, link_domain, title_day, text_day, source_hash, entry_hash, revision, link, title, language, authors, published)
    VALUES (:key, :feed, :publishedId, :firstSeen, :position, :rank, :updatedShown, :offFront, :offSite, :linkPath,
      :linkKey, :linkDomain, :titleDay, :textDay, :sourceHash, :entryHash, :revision, :link, :title, :language, :authors, :published)`,
  edit: `UPDATE entries SET updated_shown = :updatedShown, position = :position, off_site = :offSite,
      link_path = :linkPath, link_key = :linkKey, link_domain = :linkDomain, title_day = :titleDay, text_day = :textDay, source_hash = :sourceHash,
      entry_hash = :entryHash, link = :link, title = :title, language = :language, authors = :authors, published = :published
    WHERE entry_id = :key`,
  addId: `INSERT INTO entry_ids (feed_id, id, entry_id, since) VALUES (?, ?, ?, ?)
    ON CONFLICT (feed_id, id) DO UPDATE SET entry_id = excluded.entry_id, since = excluded.since`,
  dropShapes: 'DELETE FROM shaped WHERE entry_id IN numbers(?)',
  putText: `INSERT INTO texts (entry_id, entry, sanitiser) VALUES (?, CAST(? AS TEXT), ?)
    ON CONFLICT (entry_id) DO UPDATE SET entry = excluded.entry, sanitiser = excluded.sanitiser`,
}

/**
 * Entries get the next numbers, without gaps: whoever changes entries takes turns, from `touch.revision()` on.
 */
async function writeEntries(
  tx: Database,
  feed: number,
  changes: EntryChange[],
  { touch, sanitiser, seenAt, findDomain, isForeign }: Writing,
): Promise<void> {
  const revision = await touch.revision()
  const [added, changed] = [changes.filter(isKind('added')), changes.filter(isKind('changed'))]
  const deleted = changes.filter(isKind('deleted')).map(({ key }) => key)
  const entry = (change: Written): Record<string, Value> => {
    const { linkKey } = change.keys
    const linkDomain = linkKey === undefined ? null : (findDomain(change.entry.link ?? '') ?? null)
    return { ...entryValues(change.entry), ...keyValues(change.keys), linkDomain, entryHash: change.entryHash }
  }

  await touch.entries(changed.map(({ key }) => key))
  await writeTombstones(tx, deleted, 'deleted', touch, seenAt)
  const last = added.length === 0 ? undefined : await tx.get<{ last: number | null }>(statements.lastKey)
  const keys = new Map(added.map((change, place) => [change as EntryChange, (last?.last ?? 0) + 1 + place]))
  const published = await claimPublishedIds(
    tx,
    added.map(({ record }) => record),
    isForeign,
  )
  const adds = added.map((change, place) => {
    const record = { ...recordValues(change.record), publishedId: published[place] ?? null }
    return [{ ...entry(change), ...record, key: keys.get(change) ?? 0, feed, revision }] as Values
  })
  await tx.batch(statements.add, adds)
  // What they were shaped from is no longer what their feed brings.
  if (changed.length > 0)
    await tx.run(
      statements.dropShapes,
      changed.map(({ key }) => key),
    )
  const edits = changed.map((change) => {
    const { key, updatedShown, position, offSite } = change
    const shown = { updatedShown: +updatedShown, position: +position, offSite: offSite ?? null }
    return [{ ...entry(change), ...shown, key }] as Values
  })
  await tx.batch(statements.edit, edits)

  const ids = changes.flatMap((change) => {
    if (change.kind === 'deleted') return []
    if (change.kind === 'added') return change.record.ids.map((id) => [feed, id, keys.get(change) ?? 0, revision])
    return change.newIds.map((id) => [feed, id, change.key, revision])
  })
  await tx.batch(statements.addId, ids)
  const written = [...added, ...changed].map((change) => {
    return { key: change.kind === 'added' ? (keys.get(change) ?? 0) : change.key, change }
  })
  await touch.entries(written.map(({ key }) => key))
  await tx.batch(
    statements.putText,
    written.map(({ key, change }) => [key, change.entry.json, sanitiser]),
  )
}

type OfKind<Kind extends EntryChange['kind']> = Extract<EntryChange, { kind: Kind }>
type Written = OfKind<'added'> | OfKind<'changed'>

function isKind<Kind extends EntryChange['kind']>(kind: Kind) {
  return (change: EntryChange): change is OfKind<Kind> => change.kind === kind
}

function entryValues(entry: EntryHead) {
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
