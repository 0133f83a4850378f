import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { backUp } from './back-up.ts'
import { checkClock } from './check-clock.ts'
import type { Database } from './database.ts'
import { decideDomains } from './decide-domains.ts'
import { readFeeds, writeSlugs } from './feed-rows.ts'
import { findEntries } from './find-entries.ts'
import { followMoves } from './follow-moves.ts'
import { indexTopics } from './index-topics.ts'
import { judgeEntries } from './judge-entries.ts'
import { privateFolder } from './keep-private.ts'
import { limitAge } from './limit-age.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openBatch } from './open-batch.ts'
import { openDatabase } from './open-database.ts'
import { openEntryQueries, readEveryEntry, readSpans } from './open-entry-queries.ts'
import { openTopicQueries } from './open-topic-queries.ts'
import { readRevision } from './open-touch.ts'
import { prepare } from './prepare.ts'
import { publishScheduled } from './publish-scheduled.ts'
import { purgeEntries } from './purge-entries.ts'
import { readKnownFeed } from './read-known-feed.ts'
import { readLastWindow } from './read-last-window.ts'
import { readNewestPositions } from './read-newest-positions.ts'
import { readTexts } from './read-texts.ts'
import { readOldTexts, renewTexts } from './renew-texts.ts'
import { shapeEntries } from './shape-entries.ts'
import type { Output, Store } from './store.ts'
import { summariseFeeds } from './summarise-feeds.ts'
import { transact } from './transact.ts'
import { writeChanges } from './write-changes.ts'
import { writeSubscriptions } from './write-subscriptions.ts'

/**
 * Open the store of a state folder; both are made where there are none.
 *
 * @throws StateError where the state is damaged or newer than this program; nothing is touched then
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: privateFolder })
  const database = openDatabase(path.join(folder, 'planet.db'))
  const batch = openBatch(database)
  /** For all other writing: what was applied before it lands before it. */
  const landed = () => {
    batch.land()
    return database
  }
  return {
    queries: { ...openEntryQueries(database), ...openTopicQueries(database) },
    async subscribe(sources) {
      await decideDomains(landed())
      followMoves(database, sources)
      await writeSubscriptions(database, sources)
    },
    feeds: async () => readFeeds(database),
    giveSlugs: async (makeSlug) => writeSlugs(landed(), makeSlug),
    lastWindow: async (feed) => readLastWindow(database, feed),
    newestPositions: async (feed, limit) => readNewestPositions(database, feed, limit),
    texts: async (keys) => readTexts(database, keys),
    known: async (feed, version) => readKnownFeed(database, feed, version),
    apply: async (feed, changes, state, seenAt, options) =>
      writeChanges(database, batch, feed, changes, state, seenAt, options),
    land: async () => batch.land(),
    async oldestSanitiser() {
      const row = database.prepare('SELECT min(sanitiser) AS oldest FROM texts').get() as { oldest: number | null }
      return row.oldest ?? undefined
    },
    oldTexts: async (sanitiser, limit) => readOldTexts(landed(), sanitiser, limit),
    renewTexts: async (sanitiser, texts) => renewTexts(landed(), sanitiser, texts),
    spans: async () => readSpans(database),
    limitAge: async (maxAge) => limitAge(landed(), maxAge),
    checkClock: async (now, timezone) => checkClock(landed(), now, timezone),
    publishScheduled: async (now) => publishScheduled(landed(), now),
    purgeEntries: async (purges, now) => purgeEntries(landed(), purges, now),
    shapeEntries: async (hash, shape, now) => shapeEntries(landed(), hash, shape, now),
    indexTopics: async (kinds) => indexTopics(landed(), kinds),
    judgeEntries: async (rules, now) => judgeEntries(landed(), rules, now),
    findEntries: async (word, linkKey) => findEntries(database, word, linkKey),
    summarise: async () => summariseFeeds(database),
    revision: async () => readRevision(database),
    async updated() {
      const updated = readMeta(database, 'updated')
      return updated === undefined ? undefined : new Date(Number(updated))
    },
    async output(folder) {
      const row = database
        .prepare('SELECT revision, render_hash AS renderHash, state FROM outputs WHERE folder = ?')
        .get(folder)
      if (row === undefined) return undefined
      const { revision, renderHash, state } = row as Output
      return { revision, renderHash, state }
    },
    async saveOutput(folder, { revision, renderHash, state }) {
      landed()
        .prepare(
          `INSERT INTO outputs (folder, revision, render_hash, state) VALUES (?, ?, ?, ?)
           ON CONFLICT (folder) DO UPDATE SET revision = excluded.revision, render_hash = excluded.render_hash, state = excluded.state`,
        )
        .run(folder, revision, renderHash, state)
    },
    async writtenFiles(folder) {
      const rows = database.prepare('SELECT path FROM files WHERE folder = ?').all(folder) as { path: string }[]
      return new Set(rows.map((row) => row.path))
    },
    saveWrittenFiles: async (folder, written, deleted) => saveFiles(landed(), folder, written, deleted),
    async renderedFiles(folder) {
      const rows = database.prepare('SELECT path FROM rendered WHERE folder = ?').all(folder) as { path: string }[]
      return rows.map((row) => row.path)
    },
    async addRenderedFiles(folder, paths) {
      const add = prepare(landed(), 'INSERT INTO rendered (folder, path) VALUES (?, ?) ON CONFLICT DO NOTHING')
      transact(database, () => {
        for (const path of paths) add.run(folder, path)
      })
    },
    async forgetRenderedFiles(folder) {
      landed().prepare('DELETE FROM rendered WHERE folder = ?').run(folder)
    },
    async *everyEntry() {
      yield* readEveryEntry(database)
    },
    setHolder: async (holder) => writeMeta(landed(), 'holder', holder),
    async lastTold(topic) {
      const told = Number(readMeta(database, `told_${topic}`) ?? 0)
      return told === 0 ? undefined : new Date(told)
    },
    async saveTold(topic, at) {
      const told = String(at === undefined ? 0 : +at)
      // Nearly every build says that there is no outage any more.
      if ((readMeta(database, `told_${topic}`) ?? '0') !== told) writeMeta(landed(), `told_${topic}`, told)
    },
    isNew: async () => readMeta(database, 'finished') === undefined,
    async finishBuild(now) {
      const any = landed().prepare('SELECT 1 AS one FROM entries LIMIT 1').get()
      if (any !== undefined) writeMeta(database, 'finished', 'yes')
      writeMeta(database, 'built_at', String(+now))
      backUp(database, folder, now)
    },
    async close() {
      try {
        batch.land()
        // libsql leaves the write-ahead log behind, as large as all that was written.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } finally {
        database.close()
      }
    },
  }
}

/** True where a state folder holds a store: reading commands make none. */
export function hasStore(folder: string): boolean {
  return existsSync(path.join(folder, 'planet.db'))
}

/** Who holds the lock, in words, as the holder wrote it; `undefined` where that cannot be read. */
export function readHolder(folder: string): string | undefined {
  if (!hasStore(folder)) return undefined
  try {
    const database = openDatabase(path.join(folder, 'planet.db'))
    try {
      return readMeta(database, 'holder')
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}

function saveFiles(database: Database.Database, folder: string, written: string[], deleted: string[]): void {
  const add = database.prepare('INSERT INTO files (folder, path) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const remove = database.prepare('DELETE FROM files WHERE folder = ? AND path = ?')
  transact(database, () => {
    for (const file of written) add.run(folder, file)
    for (const file of deleted) remove.run(folder, file)
  })
}
