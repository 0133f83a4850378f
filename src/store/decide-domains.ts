import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'

/** What is run once, after an upgrade from a version that knew no domains. */
const statements = {
  links:
    'SELECT entry_id, link FROM entries WHERE link_key IS NOT NULL AND (link_domain IS NULL OR link_domain IN texts(?))',
  putLink: 'UPDATE entries SET link_domain = ? WHERE entry_id = ?',
  putSaid: 'UPDATE feeds SET said_domain = ? WHERE url = ?',
}

/** Counts up when `findDomain` finds another for some address; "yes" was the first. */
const rule = '2'

/** Note of every entry and feed that is stored already whose domain it is on. Once after an upgrade: reads the whole history. */
export async function decideDomains(database: Database): Promise<void> {
  if ((await readMeta(database, 'has_domains')) === rule) return
  const { findDomain, houses } = await import('../text/find-domain.ts')
  await database.transaction(async (tx) => {
    const links = await tx.all<{ entry_id: number; link: string }>(statements.links, houses)
    await tx.batch(
      statements.putLink,
      links.map(({ entry_id, link }) => [findDomain(link) ?? null, entry_id]),
    )
    const feeds = await readFeeds(tx)
    await tx.batch(
      statements.putSaid,
      feeds.map(({ source, state }) => [findDomain(state.about?.link ?? '') ?? null, source.url]),
    )
    await writeMeta(tx, 'has_domains', rule)
  })
}
