import type { EncodedEntry, EntryChange, EntryRecord, FeedState } from '../model.ts'
import { claimPublishedIds } from './claim-published-ids.ts'
import type { Database, Value, Values } from './database.ts'
import { readFeedRows, writeFeedState } from './feed-rows.ts'
import { isOfAnother } from './is-of-another.ts'
import { readMeta, writeMeta } from './meta.ts'
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
  { touchAll, isNew, sanitiser, carried, release }: ApplyOptions,
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
    // Where a feed names no site for a day, or its author's own machine, the domain that it named before stays.
    const isOther =
      domain !== undefined && isPlace(domain) && (await tx.run(statements.said, { feed, domain, since: +seenAt })) > 0
    if ((touchAll || isOther) && !isNew) await touch.feed(feed)
    const released = release ? await releaseEntries(tx, feed, touch, seenAt) : 0
    const isSame = (await readMeta(tx, 'updated')) === String(+seenAt)
    if (!isSame && (released > 0 || changes.some(isSeen))) await writeMeta(tx, 'updated', String(+seenAt))
    const isForeign = (id: string, of: string) => isOfAnother(id, of, rows, findDomain)
    const writing = { touch, sanitiser, seenAt, findDomain, isForeign }
    const added = changes.length > 0 ? await writeEntries(tx, feed, changes, writing) : undefined
    if (carried !== undefined) await trackVanished(tx, feed, carried, added ?? new Map(), seenAt)
  }, changes.length)
}

/** False of changes that no page shows: those of a quarantined feed, and entries that rules or plug-ins hide. */
function isSeen(change: EntryChange): boolean {
  const offSite =
    change.kind === 'added' ? change.record.offSite : change.kind === 'changed' ? change.offSite : undefined
  return offSite !== 'quarantined' && offSite !== 'filtered' && offSite !== 'plugin'
}

/** False of "localhost" and of IP addresses. */
function isPlace(domain: string): boolean {
  return /\.[a-z]/.test(domain)
}

type FindDomain = (url: string) => string | undefined

/** What is needed to write a change. */
type Writing = {
  touch: Touch
  sanitiser: number
  seenAt: Date
  findDomain: FindDomain
  isForeign: (id: string, feed: string) => boolean
}

/** The columns that an edit may change, in the order of `editableValues`. */
// biome-ignore format: grouped in rows
const editable = [
  'updated_shown', 'position', 'off_site', 'link_path', 'link_key', 'link_domain', 'title_day', 'text_day',
  'source_hash', 'entry_hash', 'link', 'title', 'language', 'authors', 'published',
]
const columns = ['entry_id', 'feed_id', 'published_id', 'first_seen', 'rank', 'off_front', 'revision', ...editable]

/** The statements run for every feed with news, by name. Values of entries are bound by place: by name it takes half as long again. */
const statements = {
  said: `UPDATE feeds SET said_domain = :domain, said_before = said_domain, said_before_since = said_since,
      said_since = CASE WHEN said_before = :domain THEN said_before_since ELSE :since END
    WHERE feed_id = :feed AND said_domain IS DISTINCT FROM :domain`,
  lastKey: 'SELECT max(entry_id) AS last FROM entries',
  add: `INSERT INTO entries (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  edit: `UPDATE entries SET ${editable.map((column) => `${column} = ?`).join(', ')} WHERE entry_id = ?`,
  addId: `INSERT INTO entry_ids (feed_id, id, entry_id, since) VALUES (?, ?, ?, ?)
    ON CONFLICT (feed_id, id) DO UPDATE SET entry_id = excluded.entry_id, since = excluded.since`,
  dropShapes: 'DELETE FROM shaped WHERE entry_id IN numbers(?)',
  putText: `INSERT INTO texts (entry_id, entry, content, summary, sanitiser)
    VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?) ON CONFLICT (entry_id) DO UPDATE SET
      entry = excluded.entry, content = excluded.content, summary = excluded.summary, sanitiser = excluded.sanitiser`,
}

/**
 * New entries get the next numbers, without gaps: from `touch.revision()` on, processes that change entries take turns.
 *
 * @returns the numbers of new entries, by the ids that their feed gives them
 */
async function writeEntries(
  tx: Database,
  feed: number,
  changes: EntryChange[],
  { touch, sanitiser, seenAt, findDomain, isForeign }: Writing,
): Promise<Map<string, number>> {
  const revision = await touch.revision()
  const added = changes.filter(isKind('added'))
  const changed = changes.filter(isKind('changed'))
  const deleted = changes.filter(isKind('deleted')).map(({ key }) => key)
  const edited = changed.map(({ key }) => key)

  await touch.entries(edited)
  await writeTombstones(tx, deleted, 'deleted', touch, seenAt)
  const last = added.length === 0 ? undefined : await tx.get<{ last: number | null }>(statements.lastKey)
  const first = (last?.last ?? 0) + 1
  const records = added.map(({ record }) => record)
  const published = await claimPublishedIds(tx, records, isForeign)
  const adds = added.map((change, place): Values => {
    const { firstSeen, rank, offFront } = change.record
    const fixed = [first + place, feed, published[place] ?? null, +firstSeen, rank, offFront ?? null, revision]
    return [...fixed, ...editableValues(change, change.record, findDomain)]
  })
  await tx.batch(statements.add, adds)
  // The originals of shaped entries are outdated: their feed has brought new ones.
  if (changed.length > 0) await tx.run(statements.dropShapes, edited)
  await tx.batch(
    statements.edit,
    changed.map((change): Values => [...editableValues(change, change, findDomain), change.key]),
  )

  const keys = new Map(records.flatMap(({ ids }, place) => ids.map((id) => [id, first + place] as const)))
  const renamed = changes.flatMap((change) =>
    'newIds' in change ? change.newIds.map((id) => [id, change.key] as const) : [],
  )
  await tx.batch(
    statements.addId,
    [...keys, ...renamed].map(([id, key]) => [feed, id, key, revision]),
  )
  await touch.entries(edited)
  await touch.links(added.flatMap(({ keys: { linkKey } }) => linkKey ?? []))
  await tx.batch(statements.putText, [
    ...added.map(({ entry }, place) => textValues(first + place, entry, sanitiser)),
    ...changed.map(({ key, entry }) => textValues(key, entry, sanitiser)),
  ])
  return keys
}

function textValues(key: number, { head, content, summary }: EncodedEntry, sanitiser: number): Value[] {
  return [key, head, content ?? null, summary ?? null, sanitiser]
}

type OfKind<Kind extends EntryChange['kind']> = Extract<EntryChange, { kind: Kind }>
type Written = OfKind<'added'> | OfKind<'changed'>

function isKind<Kind extends EntryChange['kind']>(kind: Kind) {
  return (change: EntryChange): change is OfKind<Kind> => change.kind === kind
}

function editableValues(
  { entry, keys, entryHash }: Written,
  { updatedShown, position, offSite }: Pick<EntryRecord, 'updatedShown' | 'position' | 'offSite'>,
  findDomain: FindDomain,
): Value[] {
  const { linkPath, linkKey, titleDay, textDay } = keys
  const { sourceHash, link, title, language, authors, published } = entry
  const linkDomain = linkKey === undefined ? undefined : findDomain(link ?? '')
  return [
    +updatedShown,
    +position,
    offSite ?? null,
    linkPath ?? null,
    linkKey ?? null,
    linkDomain ?? null,
    titleDay ?? null,
    textDay ?? null,
    sourceHash,
    entryHash,
    link ?? null,
    title ?? null,
    language ?? null,
    JSON.stringify(authors),
    published === undefined ? null : +published,
  ]
}
