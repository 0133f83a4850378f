import { writeTime } from '../text/write-time.ts'
import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch } from './open-touch.ts'

/** The time that a build goes by, and sentences on a wrong clock. */
type ClockCheck = { seenAt: Date; behind?: string; mended?: string }

const hour = 3_600_000
const day = 24 * hour

/** The statements for a clock that has gone back, by name. */
const clockStatements = {
  // Counts the builds that saw entries which their feeds had dated between the two times: one build is not enough, since its clock may have
  // been wrong.
  witnesses: `SELECT count(DISTINCT first_seen) AS count FROM entries
    WHERE position > ? AND position <= ? AND position < first_seen`,
  bringBack: `UPDATE entries SET position = :now, first_seen = :now,
      updated_shown = CASE WHEN updated_shown < :now THEN updated_shown ELSE :now END
    WHERE position > :now AND position = first_seen RETURNING entry_id`,
}

/**
 * The time that a build goes by. Where a build has run at a later time than the clock now says, one of the two is wrong.
 *
 * If builds have seen entries that their feeds dated in between, that time has really been: the clock is behind now, and the time of that
 * build is used, so that new entries are not buried in the past. If not, the clock was ahead in that build: entries that took their place
 * from it are brought back to now; otherwise they would stay on top until that time.
 *
 * @returns sentences for the operator: `behind` holds until the clock is set, `mended` is news once
 */
export async function checkClock(database: Database, now: Date, timezone: string): Promise<ClockCheck> {
  const built = Number((await readMeta(database, 'built_at')) ?? 0)
  if (+now >= built - hour) return { seenAt: new Date(Math.max(+now, built)) }
  const clock = writeTime(now, timezone)
  const last = writeTime(new Date(built), timezone)
  const witnesses = await database.get<{ count: number }>(clockStatements.witnesses, +now + day, built)
  if (witnesses !== undefined && witnesses.count >= 2) {
    const behind = `the clock of this machine says ${clock}, but a build has run at ${last} and feeds had entries of that time; new entries are dated as if it were ${last}: set the clock`
    return { seenAt: new Date(built), behind }
  }
  await database.transaction(async (tx) => {
    await writeMeta(tx, 'built_at', String(+now))
    const touch = openTouch(tx)
    const brought = await tx.all<{ entry_id: number }>(clockStatements.bringBack, { now: +now })
    await touch.entries(brought.map(({ entry_id }) => entry_id))
    // All is rendered again: any output folder may have pages of days that have not come yet.
    await tx.run("UPDATE outputs SET render_hash = ''")
  })
  const mended = `the clock of this machine says ${clock}, but a build has run at ${last}; that clock was wrong, and entries that it dated in the future have been brought back`
  return { seenAt: now, mended }
}
