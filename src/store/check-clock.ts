import { writeTime } from '../text/write-time.ts'
import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch } from './open-touch.ts'
import { transact } from './transact.ts'

const hour = 3_600_000
const day = 24 * hour

/** What is run where the clock has gone back, by name. */
const clockStatements = {
  // Builds that saw what feeds themselves had dated between the two times: a clock that was wrong once is not enough.
  witnesses: `SELECT count(DISTINCT first_seen) AS count FROM entries
    WHERE position > ? AND position <= ? AND position < first_seen`,
  bringBack: `UPDATE entries SET position = :now, first_seen = :now, updated_shown = min(updated_shown, :now)
    WHERE position > :now AND position = first_seen RETURNING entry_id`,
}

/**
 * The time that a build goes by. Where a build has run at a later time than the clock now says, one of the two is wrong.
 *
 * If builds have seen entries that their feeds dated in between, the world has been there: the clock is behind, and
 * the time of that build is used, so that new entries are not buried in the past. If not, the clock was ahead then:
 * entries that took their place from it are brought back to now, or they would stand on top until then.
 */
export function checkClock(
  database: Database.Database,
  now: Date,
  timezone: string,
): { seenAt: Date; warning: string | undefined } {
  const built = Number(readMeta(database, 'built_at') ?? 0)
  if (+now >= built - hour) return { seenAt: new Date(Math.max(+now, built)), warning: undefined }
  const [clock, last] = [writeTime(now, timezone), writeTime(new Date(built), timezone)]
  const { count } = database.prepare(clockStatements.witnesses).get(+now + day, built) as { count: number }
  if (count >= 2) {
    const warning = `the clock of this machine says ${clock}, but a build has run at ${last} and feeds had entries of that time; new entries are dated as if it were ${last}: set the clock`
    return { seenAt: new Date(built), warning }
  }
  transact(database, () => {
    writeMeta(database, 'built_at', String(+now))
    const touch = openTouch(database)
    const brought = database.prepare(clockStatements.bringBack).all({ now: +now }) as { entry_id: number }[]
    for (const { entry_id } of brought) touch.entry(entry_id)
    // Pages of days that have not come may stand in any output folder.
    database.prepare("UPDATE outputs SET render_hash = ''").run()
  })
  const warning = `the clock of this machine says ${clock}, but a build has run at ${last}; that clock was wrong, and entries that it dated in the future have been brought back`
  return { seenAt: now, warning }
}
