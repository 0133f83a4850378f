import { changeMeta, type MetaPlace, readMeta } from './meta.ts'

/** The statements that touch entries, by name. */
const touchStatements = {
  // Locks the row to the end of the transaction: processes that change entries take turns, so that revisions become visible in their order.
  next: `INSERT INTO meta (name, value) VALUES ('revision', '1')
    ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(meta.value AS BIGINT) + 1 AS TEXT) RETURNING value`,
  entries: `UPDATE entries SET revision = :revision WHERE revision <> :revision AND entry_id IN (
    SELECT entry_id FROM entries WHERE entry_id IN numbers(:keys)
    UNION SELECT other.entry_id FROM entries mine JOIN entries other ON other.link_key = mine.link_key
      WHERE mine.entry_id IN numbers(:keys))`,
  links: 'UPDATE entries SET revision = :revision WHERE revision <> :revision AND link_key IN texts(:links)',
  feed: `UPDATE entries SET revision = :revision WHERE revision <> :revision AND entry_id IN (
    SELECT entry_id FROM entries WHERE feed_id = :feed
    UNION SELECT other.entry_id FROM entries mine JOIN entries other ON other.link_key = mine.link_key
      WHERE mine.feed_id = :feed)`,
  twins: `UPDATE entries SET revision = :revision WHERE revision <> :revision AND link_key IN (
    SELECT mine.link_key FROM entries mine JOIN entries other
      ON other.link_key = mine.link_key AND other.feed_id <> mine.feed_id WHERE mine.feed_id = :feed)`,
}

/** A change of entries, and its number, the revision. Output rendered up to an earlier revision does not show the change. */
export type Touch = {
  /** Assigned at the first use: a change of nothing gets no number. */
  revision(): Promise<number>
  /**
   * Entries are about to change, or have changed. Entries with the same link may be shown instead, be "also in", or no longer: so call it
   * before and after a change of the link, or of what decides between such entries.
   */
  entries(keys: number[]): Promise<void>
  /** New entries share these links (link keys) with others. */
  links(links: string[]): Promise<void>
  /** What pages show of a feed has changed, or which links count as its own. */
  feed(feed: number): Promise<void>
  /** A feed's place has changed: touches the entries that it shares with other feeds. */
  twins(feed: number): Promise<void>
}

/** The one place that decides what a change touches. Opened in each transaction that changes entries. */
export function openTouch(tx: MetaPlace): Touch {
  let number: number | undefined
  const revision = async () => {
    if (number === undefined) {
      const next = async () => (await tx.get<{ value: string }>(touchStatements.next))?.value ?? ''
      number = Number(await changeMeta(tx, 'revision', next))
    }
    return number
  }
  return {
    revision,
    entries: async (keys) => {
      if (keys.length > 0) await tx.run(touchStatements.entries, { revision: await revision(), keys })
    },
    links: async (links) => {
      if (links.length > 0) await tx.run(touchStatements.links, { revision: await revision(), links })
    },
    feed: async (feed) => void (await tx.run(touchStatements.feed, { revision: await revision(), feed })),
    twins: async (feed) => void (await tx.run(touchStatements.twins, { revision: await revision(), feed })),
  }
}

/** The number of the last change. */
export async function readRevision(database: MetaPlace): Promise<number> {
  return Number((await readMeta(database, 'revision')) ?? 0)
}
