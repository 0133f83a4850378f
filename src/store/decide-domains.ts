import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'

/**
 * Run once, after an upgrade from a version that knew no domains, or found them by another rule. The sign of a person's folder (~ or @) may
 * be escaped, "%7E": the patterns match more links than have one.
 */
const statements = {
  links: `SELECT entry_id, link FROM entries WHERE link_key IS NOT NULL AND (link_domain IS NULL OR link_domain IN texts(?)
      OR link LIKE '%/~%' OR link LIKE '%/@%' OR link LIKE '%/_7E%' OR link LIKE '%/_7e%' OR link LIKE '%/_40%')`,
  putLink: 'UPDATE entries SET link_domain = ? WHERE entry_id = ?',
  feeds: 'SELECT url, url_domain, site_domain, said_domain FROM feeds',
  putFeed: 'UPDATE feeds SET url_domain = ?, site_domain = ?, said_domain = ? WHERE url = ?',
}

/** Raise it when `findDomain` finds another domain for some address; the first value was "yes". */
const rule = '5'

type DomainsRow = { url: string } & Record<'url_domain' | 'site_domain' | 'said_domain', string | null>

/**
 * Store the domain of every stored entry and feed. Runs once after an upgrade, and reads the whole history.
 *
 * The domains of a feed and of its entries are compared, so both must be found by the same rule, or the feed loses its posts to others. A
 * domain that a feed named once stays, even if the feed does not name one today.
 */
export async function decideDomains(database: Database): Promise<void> {
  const before = await readMeta(database, 'has_domains')
  if (before === rule) return
  const { findDomain, formerDomains, isPersonal } = await import('../text/find-domain.ts')
  const former = new Set(formerDomains)
  await database.transaction(async (tx) => {
    const links = await tx.all<{ entry_id: number; link: string }>(statements.links, formerDomains)
    await tx.batch(
      statements.putLink,
      links.map(({ entry_id, link }) => [findDomain(link) ?? null, entry_id]),
    )
    const rows = await tx.all<DomainsRow>(statements.feeds)
    const byUrl = new Map(rows.map((row) => [row.url, row]))
    const feeds = await readFeeds(tx)
    await tx.batch(
      statements.putFeed,
      feeds.map(({ source, state }) => {
        const row = byUrl.get(source.url)
        const said = state.about?.link ?? ''
        const saidNow = before === undefined || former.has(row?.said_domain ?? '') || isPersonal(said)
        return [
          renew(row?.url_domain, source.url),
          renew(row?.site_domain, source.site),
          (saidNow ? findDomain(said) : undefined) ?? row?.said_domain ?? null,
          source.url,
        ]
      }),
    )
    await writeMeta(tx, 'has_domains', rule)
  })

  function renew(domain: string | null | undefined, address: string | undefined): string | null {
    const isOther = former.has(domain ?? '') || isPersonal(address ?? '')
    return isOther ? (findDomain(address ?? '') ?? null) : (domain ?? null)
  }
}
