import { rmSync } from 'node:fs'
import path from 'node:path'
import type { FeedSource, FeedState } from '../model.ts'
import { hideUrl } from './hide-url.ts'
import { keepPrivate } from './keep-private.ts'
import { openDatabase } from './open-database.ts'
import { transact } from './transact.ts'

/**
 * Make a copy of a state that may be published: without the addresses, headers and answers of feeds that are asked with a key, and without
 * the folders of this machine. The copy has all that a planet remembers of entries, also of those that it does not show.
 *
 * @param folder of the state; no other process may write to it meanwhile
 * @param copy path of the SQLite database to make; there must be no file yet
 */
export function copyPublicState(folder: string, copy: string, isPrivate: (source: FeedSource) => boolean): void {
  const database = openDatabase(path.join(folder, 'planet.db'))
  try {
    keepPrivate(copy)
    rmSync(copy)
    database.prepare('VACUUM INTO ?').run(copy)
  } finally {
    database.close()
  }
  const open = openDatabase(copy)
  try {
    transact(open, () => {
      open.exec("DELETE FROM outputs; DELETE FROM files; DELETE FROM meta WHERE name = 'holder'")
      open.exec("DELETE FROM meta WHERE name = 'built_at' AND NOT EXISTS (SELECT 1 FROM entries)")
      // `built_at` becomes the time at which the newest entry was first seen, when a build surely ran: so builds without news do not change
      // the copy.
      open.exec("UPDATE meta SET value = (SELECT max(first_seen) FROM entries) WHERE name = 'built_at'")
      const hide = open.prepare(
        "UPDATE feeds SET url = ?, source = ?, state = ?, former_urls = '[]', url_domain = NULL WHERE feed_id = ?",
      )
      const rows = open.prepare('SELECT feed_id, source, state FROM feeds').all() as Row[]
      for (const { feed_id, source, state } of rows) {
        const known = JSON.parse(source) as FeedSource
        if (!isPrivate(known)) continue
        const url = hideUrl(known.url)
        hide.run(url, JSON.stringify({ url }), JSON.stringify(hideAnswers(JSON.parse(state))), feed_id)
      }
    })
    // VACUUM removes what overwritten rows left in the file; without WAL the copy is a single file.
    open.exec('VACUUM; PRAGMA journal_mode = DELETE')
  } finally {
    open.close()
  }
}

type Row = { feed_id: number; source: string; state: string }

/** The server's answers may contain the address, so they are left out; the feed is then asked once without validators. */
function hideAnswers(state: FeedState): FeedState {
  const answer = state.answer && { ...state.answer, validators: undefined }
  return { ...state, answer, failure: undefined, moved: undefined, waiting: undefined, quarantined: state.quarantined }
}
