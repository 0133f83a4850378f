import { changeMeta, type MetaPlace, readMeta } from './meta.ts'

/** What touches entries, by name. */
const touchStatements = {
  // Whoever changes entries takes turns from here to the end of his transaction, so that numbers become known in their order.
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

/** A change of entries, and its number. What was rendered up to an earlier one does not show it. */
export type Touch = {
  /** Given with the first use: a change of nothing has no number. */
  revision(): Promise<number>
  /**
   * Entries are about to change, or have changed. Whoever shares their links may be shown instead, be "also in", or not any more:
   * it is called before and after where the link or what else decides between them changes.
   */
  entries(keys: number[]): Promise<void>
  /** New entries have these links in common with others; by link keys. */
  links(links: string[]): Promise<void>
  /** What the pages say of a feed changes, or whose its links are. */
  feed(feed: number): Promise<void>
  /** A feed changes places with others: those of its entries that others have, too. */
  twins(feed: number): Promise<void>
}

/** The one place that says what a change touches. Opened for each transaction that changes entries. */
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
