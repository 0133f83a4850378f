import { isBackupDue } from './back-up.ts'
import { checkClock } from './check-clock.ts'
import type { Database } from './database.ts'
import { decideDomains } from './decide-domains.ts'
import { showPlace } from './explain-postgres.ts'
import { readFeeds, rereadFeeds, writeSlugs } from './feed-rows.ts'
import { findEntries } from './find-entries.ts'
import { followMoves } from './follow-moves.ts'
import { indexTopics } from './index-topics.ts'
import { judgeEntries } from './judge-entries.ts'
import { limitAge } from './limit-age.ts'
import { lockStatements, makeLockKey } from './make-lock-key.ts'
import { type MetaName, readMeta, writeMeta } from './meta.ts'
import { hasStore, type Opening, openEngine } from './open-engine.ts'
import { countShown, openEntryQueries, readSpans } from './open-entry-queries.ts'
import { openOutputs } from './open-outputs.ts'
import { openPictures } from './open-pictures.ts'
import { openTopicQueries } from './open-topic-queries.ts'
import { readRevision } from './open-touch.ts'
import { publishScheduled } from './publish-scheduled.ts'
import { purgeEntries } from './purge-entries.ts'
import { readEnds } from './read-ends.ts'
import { readEveryEntry } from './read-every-entry.ts'
import { readKnownFeed } from './read-known-feed.ts'
import { readLastWindow } from './read-last-window.ts'
import { readMarkedEntries } from './read-marked-entries.ts'
import { readNewestAuthors } from './read-newest-authors.ts'
import { readNewestPaths } from './read-newest-paths.ts'
import { readNewestPositions } from './read-newest-positions.ts'
import { readTexts } from './read-texts.ts'
import { renewLinkKeys } from './renew-link-keys.ts'
import { readOldTexts, renewTexts } from './renew-texts.ts'
import { shapeEntries } from './shape-entries.ts'
import { StateError } from './state-error.ts'
import type { PostgresPlace, StatePlace, Store } from './store.ts'
import { summariseFeeds } from './summarise-feeds.ts'
import { writeChanges } from './write-changes.ts'
import { writeSubscriptions } from './write-subscriptions.ts'

export { hasStore }

/**
 * Open the store of a state, which is made where there is none.
 *
 * @throws StateError where the state is damaged or newer than this program; nothing is touched then
 * @throws LostError where the database cannot be reached
 */
export async function openStore(place: StatePlace, opening: Opening = {}): Promise<Store> {
  const database = await openEngine(place, opening)
  // Cached only where this process alone writes: in a shared state, and while only reading, others may change it.
  database.memory.meta.isKept = opening.lock !== undefined && !opening.lock.isShared
  await refuseHalf(database, place)
  const put = (name: MetaName, value: string) => database.transaction((tx) => writeMeta(tx, name, value))
  return {
    queries: { ...openEntryQueries(database), ...openTopicQueries(database) },
    async subscribe(sources) {
      await decideDomains(database)
      await followMoves(database, sources)
      await writeSubscriptions(database, sources)
    },
    feeds: () => readFeeds(database),
    reread: (urls) => rereadFeeds(database, urls),
    forgetFeeds: () => forgetFeeds(database),
    alone: (work) => (opening.lock?.isShared && place.kind === 'postgres' ? doAlone(database, place, work) : work()),
    giveSlugs: (makeSlug) => writeSlugs(database, makeSlug),
    lastWindow: (feed) => readLastWindow(database, feed),
    newestAuthors: (feed, limit) => readNewestAuthors(database, feed, limit),
    newestPositions: (feed, limit) => readNewestPositions(database, feed, limit),
    newestPaths: (feed, limit) => readNewestPaths(database, feed, limit),
    texts: (keys) => readTexts(database, keys),
    markedEntries: (feed) => readMarkedEntries(database, feed),
    known: (feed, version) => readKnownFeed(database, feed, version),
    apply: (feed, changes, state, seenAt, options) => writeChanges(database, feed, changes, state, seenAt, options),
    land: () => database.land(),
    landNews: () => database.landPieces(),
    async oldestSanitiser() {
      return (await readEnds(database)).oldestSanitiser
    },
    oldTexts: (sanitiser, limit) => readOldTexts(database, sanitiser, limit),
    renewTexts: (sanitiser, texts) => renewTexts(database, sanitiser, texts),
    spans: () => readSpans(database),
    countShown: (limit) => countShown(database, limit),
    limitAge: (maxAge) => limitAge(database, maxAge),
    checkClock: (now, timezone) => checkClock(database, now, timezone),
    publishScheduled: (now) => publishScheduled(database, now),
    renewLinkKeys: (version, makeKeys) => renewLinkKeys(database, version, makeKeys),
    purgeEntries: (purges, now) => purgeEntries(database, purges, now),
    shapeEntries: (hash, shape, now) => shapeEntries(database, hash, shape, now),
    indexTopics: (kinds) => indexTopics(database, kinds),
    judgeEntries: (rules, now) => judgeEntries(database, rules, now),
    findEntries: (word, linkKey) => findEntries(database, word, linkKey),
    summarise: () => summariseFeeds(database),
    revision: () => readRevision(database),
    async updated() {
      const updated = await readMeta(database, 'updated')
      return updated === undefined ? undefined : new Date(Number(updated))
    },
    ...openOutputs(database),
    pictures: openPictures(database, place.folder),
    everyEntry: () => readEveryEntry(database),
    async setHolder(holder) {
      await database.land()
      await writeMeta(database, 'holder', holder)
    },
    async lastTold(topic) {
      const told = Number((await readMeta(database, `told_${topic}`)) ?? 0)
      return told === 0 ? undefined : new Date(told)
    },
    async saveTold(topic, at) {
      const told = String(at === undefined ? 0 : +at)
      // Written only on change: nearly every build resets the outage.
      if (((await readMeta(database, `told_${topic}`)) ?? '0') !== told) await put(`told_${topic}`, told)
    },
    isNew: async () => (await readMeta(database, 'finished')) === undefined,
    async finishBuild(now) {
      await database.land()
      const isFirst = (await readMeta(database, 'finished')) === undefined && (await readEnds(database)).lastNumber > 0
      if (isFirst) await writeMeta(database, 'finished', 'yes')
      await writeMeta(database, 'built_at', String(+now))
      if ((await readMeta(database, 'backed_up')) === undefined) await put('backed_up', String(+now))
    },
    // Backups of PostgreSQL are the matter of whoever runs the server.
    isBackupDue: async (now) => place.kind === 'folder' && (await isBackupDue(database, now)),
    close: () => database.close(),
  }
}

async function forgetFeeds(database: Database): Promise<void> {
  // Noted states are written first, or the feeds would be read without them.
  await database.land()
  database.memory.feeds = undefined
}

/** Waits for the transactions of other fetchers that are under way; their next ones wait for us. */
async function doAlone<T>(database: Database, place: PostgresPlace, work: () => Promise<T>): Promise<T> {
  const key = makeLockKey(place, 'write')
  await database.land()
  await database.get(lockStatements.waitAlone, key)
  // Other fetchers may have asked feeds meanwhile.
  database.memory.feeds = undefined
  try {
    return await work()
  } finally {
    await database.land()
    await database.get(lockStatements.leave, key)
  }
}

/** Refuse an incomplete copy: it looks like a planet that has lost most of its entries. */
async function refuseHalf(database: Database, place: StatePlace): Promise<void> {
  if ((await readMeta(database, 'copying')) === undefined) return
  await database.close()
  throw new StateError(
    `${place.kind === 'folder' ? place.folder : showPlace(place)} holds half a copy of a state: run the same planet state copy again, which goes on with it`,
  )
}

/** Who holds the lock, in words, as the holder wrote it; `undefined` where that cannot be read. */
export async function readHolder(place: StatePlace): Promise<string | undefined> {
  try {
    if (!(await hasStore(place))) return undefined
    const database = await openEngine(place)
    try {
      return await readMeta(database, 'holder')
    } finally {
      await database.close()
    }
  } catch {
    return undefined
  }
}
