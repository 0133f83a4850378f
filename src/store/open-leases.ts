import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPostgres } from './open-postgres.ts'
import type { PostgresPlace } from './store.ts'

/** When a feed is due (`dueAt`, milliseconds); `undefined`: never. */
export type PlannedFeed = { url: string; host: string; dueAt: number | undefined }

/** A host, and the addresses of its feeds that are due. */
export type LeasedHost = { host: string; urls: string[] }

/** Hosts that this fetcher may ask, and no other meanwhile. When they are due is in the rows of feeds and of their hosts. */
export type Leases = {
  /** Write when each feed is due; what is stored may come from an earlier configuration. */
  plan(feeds: PlannedFeed[]): Promise<void>
  /** Take a host that has a feed due and that no fetcher holds; `undefined` where there is none now. @param not hosts to leave out */
  take(now: Date, not: Iterable<string>): Promise<LeasedHost | undefined>
  /** False where the lease has run out without a renewal: another fetcher may be asking the host by now. */
  holds(host: string): boolean
  /** Write when feeds of a host are due next, and free the host for others after `delayMs`. */
  leave(host: string, feeds: Pick<PlannedFeed, 'url' | 'dueAt'>[], delayMs: number): Promise<void>
  /**
   * Take a host to which a redirect led and which this fetcher does not hold: as soon as no other fetcher holds it. The other one may be
   * waiting for a host of ours, so the wait is limited.
   *
   * @returns a function to call once the host was asked; `undefined` where the host stayed taken
   */
  visit(host: string, delayMs: number): Promise<(() => Promise<void>) | undefined>
  /** True where a feed is due whose host another fetcher holds, or whose host rests for a moment. */
  isAnyDue(now: Date, not: Iterable<string>): Promise<boolean>
  close(): Promise<void>
}

/** How long a lease holds without renewal, how often it is renewed, and how long a visit waits for a host. Milliseconds. */
export type LeaseTimes = { leaseMs: number; renewMs: number; visitMs?: number }

/** Milliseconds between two attempts to take a host. */
const lookAgain = 250
/** Milliseconds after which a visit gives up. */
const longestVisit = 30_000

const usual: LeaseTimes = { leaseMs: 60_000, renewMs: 15_000 }

/** The server's clock, since the clocks of the fetchers' machines may differ. */
const clock = 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)'

const statements = {
  planFeeds: `INSERT INTO asks (feed_id, host, due_at)
    SELECT feed_id, planned.host, planned.due_at FROM rows(?, url TEXT, host TEXT, due_at INTEGER) AS planned JOIN feeds USING (url)
    ON CONFLICT (feed_id) DO UPDATE SET host = excluded.host, due_at = excluded.due_at
    WHERE asks.host IS DISTINCT FROM excluded.host OR asks.due_at IS DISTINCT FROM excluded.due_at`,
  planHosts: `INSERT INTO hosts (host, due_at, held_until)
    SELECT host, min(due_at), 0 FROM asks WHERE host IS NOT NULL GROUP BY host
    ON CONFLICT (host) DO UPDATE SET due_at = excluded.due_at WHERE hosts.due_at IS DISTINCT FROM excluded.due_at`,
  forgetOthers: `UPDATE asks SET due_at = NULL WHERE due_at IS NOT NULL AND feed_id IN (SELECT feed_id FROM feeds WHERE active = 0)`,
  // A fetcher that asks at the same moment skips the locked row, and takes another host.
  take: `UPDATE hosts SET holder = :me, held_until = ${clock} + :lease WHERE host = (
      SELECT host FROM hosts WHERE due_at <= :now AND held_until <= ${clock} AND NOT host IN texts(:not)
      ORDER BY due_at, host LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING host, (SELECT json_group_array(url) FROM (SELECT url FROM feeds JOIN asks USING (feed_id)
      WHERE asks.host = hosts.host AND asks.due_at <= :now ORDER BY place) AS due) AS urls`,
  renew: `UPDATE hosts SET held_until = ${clock} + ? WHERE holder = ? AND held_until > ${clock} RETURNING host`,
  // All parts of one statement see the rows as they were before it.
  leave: `WITH noted AS (SELECT feed_id, given.due_at FROM rows(:feeds, url TEXT, due_at INTEGER) AS given JOIN feeds USING (url)),
      put AS (UPDATE asks SET due_at = noted.due_at FROM noted WHERE asks.feed_id = noted.feed_id)
    UPDATE hosts SET holder = NULL, held_until = ${clock} + :delay, due_at = least((SELECT min(due_at) FROM noted),
      (SELECT min(due_at) FROM asks WHERE asks.host = hosts.host AND feed_id NOT IN (SELECT feed_id FROM noted)))
    WHERE host = :host AND holder = :me`,
  visit: `INSERT INTO hosts (host, holder, held_until) VALUES (:host, :me, ${clock} + :lease)
    ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until WHERE hosts.held_until <= ${clock}
    RETURNING host`,
  anyDue: 'SELECT 1 AS one FROM hosts WHERE due_at <= ? AND NOT host IN texts(?) LIMIT 1',
}

/**
 * Share the hosts of a planet's feeds with other fetchers, through a connection of its own: leases are renewed even while the main
 * connection waits for a rendering. A fetcher that dies renews nothing, and others take its hosts over.
 */
export async function openLeases(
  place: PostgresPlace,
  { leaseMs, renewMs, visitMs = longestVisit }: LeaseTimes = usual,
): Promise<Leases> {
  const connection = await openPostgres(place)
  const me = randomUUID()
  /** Until when each host is surely ours, by the monotonic clock. */
  const held = new Map<string, number>()
  /** Held hosts to which redirects led, and how many requests use each. */
  const visited = new Map<string, number>()
  let lost: unknown
  const renew = async () => {
    const until = performance.now() + leaseMs
    const rows = await connection.all<{ host: string }>(statements.renew, leaseMs, me)
    for (const { host } of rows) if (held.has(host)) held.set(host, until)
  }
  const timer = setInterval(() => {
    if (held.size > 0) renew().catch((error) => (lost ??= error))
  }, renewMs)
  const check = () => {
    if (lost !== undefined) throw lost
  }
  return {
    async plan(feeds) {
      const rows = feeds.map(({ url, host, dueAt }) => [url, host, dueAt ?? null])
      await connection.run(statements.planFeeds, rows)
      await connection.run(statements.forgetOthers)
      await connection.run(statements.planHosts)
    },
    async take(now, not) {
      check()
      const until = performance.now() + leaseMs
      const values = { me, lease: leaseMs, now: +now, not: [...not] }
      const row = await connection.get<{ host: string; urls: string }>(statements.take, values)
      if (row === undefined) return undefined
      held.set(row.host, until)
      return { host: row.host, urls: JSON.parse(row.urls) as string[] }
    },
    holds: (host) => performance.now() < (held.get(host) ?? 0),
    async leave(host, feeds, delayMs) {
      held.delete(host)
      const noted = feeds.map(({ url, dueAt }) => [url, dueAt ?? null])
      await connection.run(statements.leave, { host, me, delay: delayMs, feeds: noted })
    },
    async visit(host, delayMs) {
      const began = performance.now()
      while (!held.has(host) && performance.now() - began < visitMs) {
        const until = performance.now() + leaseMs
        const row = await connection.get(statements.visit, { host, me, lease: leaseMs })
        if (row === undefined) await sleep(lookAgain)
        else {
          held.set(host, until)
          visited.set(host, 0)
        }
      }
      const visits = visited.get(host)
      if (visits === undefined) return held.has(host) ? async () => undefined : undefined
      visited.set(host, visits + 1)
      return async () => {
        const left = (visited.get(host) ?? 1) - 1
        visited.set(host, left)
        if (left > 0) return
        visited.delete(host)
        held.delete(host)
        await connection.run(statements.leave, { host, me, delay: delayMs, feeds: [] })
      }
    },
    async isAnyDue(now, not) {
      check()
      return (await connection.get(statements.anyDue, +now, [...not])) !== undefined
    },
    async close() {
      clearInterval(timer)
      await connection.close()
    },
  }
}
