import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'
import { transact } from './transact.ts'

/** What is run once, after an upgrade from a version that knew no domains. */
const statements = {
  links: 'SELECT entry_id, link FROM entries WHERE link_key IS NOT NULL AND link_domain IS NULL',
  putLink: 'UPDATE entries SET link_domain = ? WHERE entry_id = ?',
  putSaid: 'UPDATE feeds SET said_domain = ? WHERE url = ?',
}

/** Note of every entry and feed that is stored already whose domain it is on. Once after an upgrade: reads the whole history. */
export async function decideDomains(database: Database.Database): Promise<void> {
  if (readMeta(database, 'has_domains') !== undefined) return
  const { findDomain } = await import('../text/find-domain.ts')
  const links = database.prepare(statements.links).all() as { entry_id: number; link: string }[]
  const [putLink, putSaid] = [database.prepare(statements.putLink), database.prepare(statements.putSaid)]
  transact(database, () => {
    for (const { entry_id, link } of links) putLink.run(findDomain(link) ?? null, entry_id)
    for (const { source, state } of readFeeds(database)) {
      putSaid.run(findDomain(state.about?.link ?? '') ?? null, source.url)
    }
    writeMeta(database, 'has_domains', 'yes')
  })
}
