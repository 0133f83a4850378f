import type { FeedSource, FeedState } from '../model.ts'
import type { Database, Values } from './database.ts'
import type { FeedRow } from './open-memory.ts'
import { type Asked, decodeState, encodeAsked, encodeRest, isSameButTimes } from './state-codec.ts'
import type { StoredFeed } from './store.ts'

const columns = `feed_id, source, slug, active, state, place, rules, CASE WHEN url_domain IS NULL THEN 1 ELSE 0 END AS undecided,
    asked_at, status, answered_at, fresh_until`

/** Rows that are read at once: the texts of ten thousand rows would take as much memory as all objects made from them. */
const piece = 500

const statements = {
  after: `SELECT ${columns} FROM feeds LEFT JOIN asks USING (feed_id) WHERE feed_id > ? ORDER BY feed_id LIMIT ${piece}`,
  some: `SELECT ${columns}
    FROM feeds LEFT JOIN asks USING (feed_id) WHERE url IN texts(?) ORDER BY place`,
  slugs: 'SELECT slug FROM feeds WHERE slug IS NOT NULL',
  putSlug: 'UPDATE feeds SET slug = ? WHERE url = ?',
}

type Row = Asked & {
  feed_id: number
  source: string
  slug: string | null
  active: number
  state: string
  place: number
  rules: string | null
  undecided: number
}

/** Give a slug to every feed that has none and that has a name or was asked already. A slug is never changed and never given twice. */
export async function writeSlugs(database: Database, makeSlug: (feed: StoredFeed) => string): Promise<void> {
  const nameless = (await readFeeds(database)).filter(({ slug, source, state }) => {
    return slug === undefined && (source.name !== undefined || state.asked !== undefined)
  })
  if (nameless.length === 0) return
  await database.transaction(async (tx) => {
    const slugs = await tx.all<{ slug: string }>(statements.slugs)
    const rows = await readFeedRows(tx)
    const taken = new Set(slugs.map(({ slug }) => slug))
    const given = nameless.map((feed) => {
      const slug = makeSlug(feed)
      let free = slug
      for (let next = 2; taken.has(free); next += 1) free = `${slug}-${next}`
      taken.add(free)
      return [free, feed.source.url] satisfies Values
    })
    await tx.batch(statements.putSlug, given)
    for (const [slug, url] of given) {
      const row = rows.get(url)
      if (row !== undefined) row.feed = { ...row.feed, slug }
    }
  })
}

export async function readFeeds(database: Database): Promise<StoredFeed[]> {
  return [...(await readFeedRows(database)).values()].map(({ feed }) => feed)
}

/** Read some feeds again: other processes may have asked them since. */
export async function rereadFeeds(database: Database, urls: string[]): Promise<StoredFeed[]> {
  const known = await readFeedRows(database)
  const rows = (await database.all<Row>(statements.some, urls)).map(makeRow)
  for (const row of rows) known.set(row.feed.source.url, row)
  return rows.map(({ feed }) => feed)
}

/** Note the state of a feed in memory: it is written with the transaction of which this is part. */
export async function writeFeedState(database: Database, url: string, state: FeedState): Promise<void> {
  const row = (await readFeedRows(database)).get(url)
  if (row === undefined) return
  const { states, before } = database.memory
  const noted = states.get(row.key)
  if (!before.has(row.key)) before.set(row.key, noted)
  const rest = isSameButTimes(row.feed.state, state) ? noted?.rest : encodeRest(state)
  states.set(row.key, { asked: encodeAsked(state), rest })
  row.feed = { ...row.feed, state }
}

/** The rows of all feeds by address, in the order of `place`. */
export async function readFeedRows(database: Database): Promise<Map<string, FeedRow>> {
  const { memory } = database
  if (memory.feeds === undefined) {
    const rows = await readAll(database)
    memory.feeds = new Map(rows.map((row) => [row.feed.source.url, row]))
  }
  return memory.feeds
}

async function readAll(database: Database): Promise<FeedRow[]> {
  const rows: FeedRow[] = []
  for (;;) {
    const some = await database.all<Row>(statements.after, rows.at(-1)?.key ?? 0)
    for (const row of some) rows.push(makeRow(row))
    if (some.length < piece) return rows.sort((a, b) => a.place - b.place)
  }
}

/** Most feeds are read at their own address, and many are called by that of their site: such texts are in memory once. */
function shareTexts({ source, state: { answer, about } }: StoredFeed): void {
  if (answer?.validators?.url === source.url) answer.validators.url = source.url
  if (about?.id !== undefined && about.id === about.link) about.id = about.link
}

function makeRow(row: Row): FeedRow {
  const feed = {
    source: JSON.parse(row.source) as FeedSource,
    slug: row.slug ?? undefined,
    active: row.active === 1,
    state: decodeState(row.state, row),
  }
  shareTexts(feed)
  const { feed_id: key, place, rules } = row
  return { key, feed, place, isUndecided: row.undecided === 1, rules }
}
