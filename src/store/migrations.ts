import type Sqlite from 'libsql'
import { makeUuid } from '../text/make-uuid.ts'

/** Brings a database from one version of the schema to the next. A step relies on that version alone, and calls no code that may change. */
export type Migration = string | ((database: Sqlite.Database) => void)

/**
 * The schema, one step for each version; a step that was released is never changed. Instants are milliseconds since 1970.
 *
 * `entries` is small, and has an index for all that a build asks; the texts are in a table of their own.
 */
export const migrations: Migration[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE feeds (
    feed_id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    place INTEGER NOT NULL,     -- in feeds.yaml; feeds that it no longer lists come after all others
    active INTEGER NOT NULL,
    source TEXT NOT NULL,       -- FeedSource, JSON
    state TEXT NOT NULL,        -- FeedState, JSON
    slug TEXT UNIQUE            -- names its pages, once given for ever
  ) STRICT;

  CREATE TABLE entries (
    entry_id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds,
    published_id TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rank REAL NOT NULL,
    updated_shown INTEGER NOT NULL,
    hidden TEXT,
    withheld TEXT,              -- why it stands on no page at all
    link_path TEXT,
    link_key TEXT,
    title_day TEXT,
    source_hash TEXT NOT NULL,
    entry_hash TEXT NOT NULL,
    mark INTEGER NOT NULL,      -- when it was last changed: see meta.mark
    link TEXT,
    title TEXT,
    language TEXT,
    authors TEXT NOT NULL,      -- Person[], JSON
    published INTEGER
  ) STRICT;
  CREATE INDEX entries_by_position ON entries (position);
  CREATE INDEX entries_shown ON entries (position) WHERE hidden IS NULL AND withheld IS NULL;
  CREATE INDEX entries_withheld ON entries (withheld, position) WHERE withheld IS NOT NULL;
  CREATE INDEX entries_by_link_path ON entries (feed_id, link_path) WHERE link_path IS NOT NULL;
  CREATE INDEX entries_by_title_day ON entries (feed_id, title_day) WHERE title_day IS NOT NULL;
  CREATE INDEX entries_by_link_key ON entries (link_key) WHERE link_key IS NOT NULL;
  CREATE INDEX entries_by_link ON entries (link) WHERE link IS NOT NULL;
  CREATE INDEX entries_by_published_id ON entries (published_id);
  CREATE INDEX entries_by_feed ON entries (feed_id, position, withheld);
  CREATE INDEX entries_shown_by_feed ON entries (feed_id, position) WHERE hidden IS NULL AND withheld IS NULL;
  CREATE INDEX entries_by_mark ON entries (mark);

  CREATE TABLE entry_ids (
    feed_id INTEGER NOT NULL REFERENCES feeds,
    id TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries,
    since INTEGER NOT NULL,
    PRIMARY KEY (feed_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_ids_by_entry ON entry_ids (entry_id, since);
  CREATE INDEX entry_ids_by_id ON entry_ids (id);

  CREATE TABLE texts (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    entry TEXT NOT NULL,        -- ParsedEntry, JSON
    sanitiser INTEGER NOT NULL  -- the version that made its HTML safe
  ) STRICT;
  CREATE INDEX texts_by_sanitiser ON texts (sanitiser);

  CREATE TABLE removed (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX removed_by_time ON removed (at);

  CREATE TABLE windows (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds,
    entries TEXT NOT NULL       -- entry_id of all that the last version carried, in its order, JSON
  ) STRICT;

  CREATE TABLE missing (        -- vanished from among neighbours that are still there
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    since INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE outputs (
    folder TEXT PRIMARY KEY,
    mark INTEGER NOT NULL,
    look TEXT NOT NULL,
    state TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE files (
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (folder, path)
  ) STRICT, WITHOUT ROWID;
  `,
  // Columns are renamed for what they mean.
  `
  ALTER TABLE entries RENAME COLUMN hidden TO off_front;    -- why it does not enter the front page and the feeds
  ALTER TABLE entries RENAME COLUMN withheld TO off_site;   -- why it stands on no page at all
  ALTER TABLE entries RENAME COLUMN mark TO revision;       -- when it was last changed: see meta.revision
  DROP INDEX entries_by_mark;
  CREATE INDEX entries_by_revision ON entries (revision);
  ALTER TABLE outputs RENAME COLUMN mark TO revision;
  ALTER TABLE outputs RENAME COLUMN look TO render_hash;
  UPDATE meta SET name = 'revision' WHERE name = 'mark';
  `,
  separatePublishedIds,
  // One post in several feeds: which of them shows it. docs/identity.md has the rule in words.
  `
  ALTER TABLE entries ADD COLUMN link_domain TEXT;  -- registrable domain of its link
  ALTER TABLE feeds ADD COLUMN url_domain TEXT;     -- of the feed's address,
  ALTER TABLE feeds ADD COLUMN site_domain TEXT;    -- of the site that feeds.yaml names,
  ALTER TABLE feeds ADD COLUMN said_domain TEXT;    -- and of the one that the feed itself names: anybody can say that

  CREATE VIEW claims AS
    SELECT e.entry_id, e.feed_id, e.link_key, e.first_seen, e.off_site, f.url, f.place, CASE
      WHEN e.link_domain IN (f.url_domain, f.site_domain) THEN 0
      WHEN e.link_domain = f.said_domain THEN 1
      ELSE 2 END AS claim
    FROM entries e JOIN feeds f USING (feed_id);

  -- Entries of other feeds with the link of an entry.
  CREATE VIEW twins AS
    SELECT mine.entry_id, other.url, other.place, other.claim, abs(other.first_seen - mine.first_seen) AS apart,
      (other.claim, other.place) < (mine.claim, mine.place) AS goes_before
    FROM claims mine JOIN claims other
      ON other.link_key = mine.link_key AND other.feed_id <> mine.feed_id AND other.off_site IS NULL;

  CREATE VIEW shown_entries AS
    SELECT * FROM entries WHERE off_site IS NULL AND NOT EXISTS (
      SELECT 1 FROM twins WHERE twins.entry_id = entries.entry_id AND goes_before);
  `,
  // The former addresses of a feed, the oldest first, JSON: the list of take-downs may name the feed by one of them.
  "ALTER TABLE feeds ADD COLUMN former_urls TEXT NOT NULL DEFAULT '[]'",
  // The limit of new entries counts for a day.
  `UPDATE entries SET off_front = 'per_day' WHERE off_front = 'per_build'`,
  // FeedState has an object for each part. Merging into `{}` leaves out fields that are null (RFC 7396).
  `
  UPDATE feeds SET state = json_patch('{}', json_object(
    'asked', CASE WHEN state->>'askedAt' IS NOT NULL THEN
      json_object('at', state->>'askedAt', 'status', state->'status') END,
    'answer', CASE WHEN state->>'answeredAt' IS NOT NULL THEN
      json_object('at', state->>'answeredAt', 'firstAt', coalesce(state->>'firstReadAt', state->>'answeredAt'),
        'validators', state->'validators', 'bodyHash', state->>'bodyHash',
        'sameBodies', coalesce(state->>'sameBodies', 0),
        'freshUntil', CASE WHEN state->>'failingSince' IS NULL AND NOT state->>'serverHolds' THEN state->>'nextDue' END) END,
    'waiting', CASE WHEN state->>'serverHolds' OR state->>'hostHeldUntil' IS NOT NULL THEN
      json_object('since', coalesce(state->>'failingSince', state->>'askedAt'),
        'until', CASE WHEN state->>'serverHolds' THEN state->>'nextDue' ELSE state->>'hostHeldUntil' END,
        'says', CASE WHEN state->>'serverHolds' THEN 'server' ELSE 'planet' END,
        'isHost', json(CASE WHEN state->>'hostHeldUntil' IS NULL THEN 'false' ELSE 'true' END),
        'problem', json(CASE WHEN state->>'status' = 429
          THEN '{"code":"RATE_LIMITED","message":"asks us to come less often (429)"}'
          ELSE json_object('code', 'HTTP_STATUS', 'message', 'answered ' || coalesce(state->>'status', 503)) END)) END,
    'failure', CASE WHEN state->>'failingSince' IS NOT NULL AND state->'problem' IS NOT NULL AND state->>'goneSince' IS NULL
      THEN json_object('since', state->>'failingSince', 'problem', state->'problem', 'count', state->'failures',
        'alerts', coalesce(state->'alerts', 0)) END,
    'moved', state->'moved',
    'gone', CASE WHEN state->>'goneSince' IS NOT NULL THEN json_object('since', state->>'goneSince') END,
    'quarantined', state->'held',
    'about', state->'about',
    'intake', state->'intake'));
  `,
  // Entries of a quarantined feed are stored: how many wait, and how often the operator was told.
  `UPDATE feeds SET state = json_set(state, '$.quarantined.waiting', 0, '$.quarantined.titles', json('[]'),
    '$.quarantined.alerts', 1) WHERE state->'quarantined'->>'since' IS NOT NULL`,
  // The part of a feed's state that an answer without news changes: a row of a few bytes, where the whole state has some thousand.
  `
  CREATE TABLE asks (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds,
    asked_at INTEGER,
    status INTEGER,
    answered_at INTEGER,
    fresh_until INTEGER
  ) STRICT;
  INSERT INTO asks SELECT feed_id,
    CAST(round(unixepoch(state->>'$.asked.at', 'subsec') * 1000) AS INTEGER), state->>'$.asked.status',
    CAST(round(unixepoch(state->>'$.answer.at', 'subsec') * 1000) AS INTEGER),
    CAST(round(unixepoch(state->>'$.answer.freshUntil', 'subsec') * 1000) AS INTEGER)
    FROM feeds WHERE state->'$.asked' IS NOT NULL OR state->'$.answer' IS NOT NULL;
  UPDATE feeds SET state = json_remove(state, '$.asked', '$.answer.at', '$.answer.freshUntil');
  `,
  // Only indexes that builds use. Entries whose link is repeated in their feed have no link key: they are found by the link.
  `
  DROP INDEX entry_ids_by_id;
  DROP INDEX entries_shown_by_feed;
  DROP INDEX entries_by_link;
  CREATE INDEX entries_by_repeated_link ON entries (link) WHERE link IS NOT NULL AND link_key IS NULL;
  `,
  // In a subscription, each limit has the name that the program uses, with its unit. Fields that are null are left out.
  `
  UPDATE feeds SET source = json_patch(
    json_remove(source, '$.every', '$.timeout', '$.per_day', '$.per_build', '$.max_age', '$.max_new', '$.max_text',
      '$.inactive_after'),
    json_object('everyMs', source->'every', 'timeoutMs', source->'timeout',
      'perDay', coalesce(source->'per_day', source->'per_build'), 'maxAgeMs', source->'max_age',
      'maxNew', source->'max_new', 'maxTextBytes', source->'max_text', 'inactiveAfterMs', source->'inactive_after'));
  `,
  // A hash of the rules by which the entries of a feed were judged.
  'ALTER TABLE feeds ADD COLUMN rules TEXT',
  // The files that a rendering of everything has written so far: a rendering that was killed resumes from there.
  `CREATE TABLE rendered (folder TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (folder, path)) STRICT, WITHOUT ROWID`,
  // Entries that plug-ins have changed or hidden.
  `
  CREATE TABLE shaped (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    original TEXT,              -- ParsedEntry, JSON, as its feed brought it; null where it is hidden as it is
    hidden_by TEXT              -- the plug-in that hides it
  ) STRICT;
  `,
  // Finds a post that is published again under another title and address. Entries stored by an older version have no such key.
  `
  ALTER TABLE entries ADD COLUMN text_day TEXT;
  CREATE INDEX entries_by_text_day ON entries (feed_id, text_day) WHERE text_day IS NOT NULL;
  `,
  // The topics of entries, where there are pages of topics.
  `
  CREATE TABLE entry_topics (
    topic TEXT NOT NULL,        -- "tag:python", "lang:de"
    position INTEGER NOT NULL,  -- of the entry
    entry_id INTEGER NOT NULL REFERENCES entries,
    PRIMARY KEY (topic, position, entry_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_topics_by_entry ON entry_topics (entry_id);
  CREATE TABLE topic_feeds (
    topic TEXT NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds,
    entries INTEGER NOT NULL,
    PRIMARY KEY (topic, feed_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE topics (
    topic TEXT PRIMARY KEY,
    name TEXT NOT NULL,         -- as it was spelled first
    feeds INTEGER NOT NULL,     -- how many have entries of it
    revision INTEGER NOT NULL   -- when anything of it last changed
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX topics_by_feeds ON topics (feeds);
  CREATE INDEX topics_by_revision ON topics (revision);
  `,
  // Pictures whose copies or sizes are kept; which entries show them; copies that are to be deleted.
  `
  CREATE TABLE pictures (
    picture TEXT PRIMARY KEY,   -- hash of its address and what it is for
    kind TEXT NOT NULL,         -- of an entry; a face; the page that names an icon
    address TEXT NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds,
    position INTEGER NOT NULL,  -- of the newest entry that shows it
    state TEXT NOT NULL,        -- waiting, kept, measured, failed, dropped
    next_try INTEGER,
    failures INTEGER NOT NULL,
    problem TEXT,
    width INTEGER,
    height INTEGER,
    hash TEXT,                  -- of its copies, which are called so
    widths TEXT,                -- of its copies, JSON
    bytes INTEGER               -- of its copies
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pictures_waiting ON pictures (position) WHERE state = 'waiting';
  CREATE INDEX pictures_kept ON pictures (position) WHERE state = 'kept';
  CREATE INDEX pictures_by_hash ON pictures (hash) WHERE hash IS NOT NULL;
  CREATE INDEX pictures_of_feeds ON pictures (feed_id) WHERE kind <> 'entry';
  CREATE TABLE entry_pictures (
    entry_id INTEGER NOT NULL REFERENCES entries,
    picture TEXT NOT NULL,
    PRIMARY KEY (entry_id, picture)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_pictures_by_picture ON entry_pictures (picture);
  CREATE TABLE gone_pictures (hash TEXT PRIMARY KEY, widths TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // When feeds are due, and which hosts are taken by fetchers that share a state: see `openLeases`. Empty where no state is shared.
  `
  ALTER TABLE asks ADD COLUMN host TEXT;
  ALTER TABLE asks ADD COLUMN due_at INTEGER;
  CREATE INDEX asks_by_host ON asks (host, due_at) WHERE host IS NOT NULL;
  CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    due_at INTEGER,             -- the first of its feeds
    holder TEXT,                -- which fetcher
    held_until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX hosts_by_due ON hosts (due_at) WHERE due_at IS NOT NULL;
  `,
  // 1 where the copy is the first picture of an animation.
  'ALTER TABLE pictures ADD COLUMN moves INTEGER NOT NULL DEFAULT 0',
  // What the texts of those entries were made from: [entry_id, hash of the source, hash of the result], JSON.
  'ALTER TABLE windows ADD COLUMN marks TEXT',
  // Where several feeds claim the same domain, the first to claim it goes before the others.
  `
  ALTER TABLE feeds ADD COLUMN said_since INTEGER;        -- when it began to say so; absent where that was before it was noted
  ALTER TABLE feeds ADD COLUMN said_before TEXT;          -- what it said before, for one that goes there and back,
  ALTER TABLE feeds ADD COLUMN said_before_since INTEGER; -- and since when
  DROP VIEW IF EXISTS shown_entries;
  DROP VIEW IF EXISTS twins;
  DROP VIEW IF EXISTS claims;
  CREATE VIEW claims AS
    SELECT e.entry_id, e.feed_id, e.link_key, e.first_seen, e.off_site, f.url, f.place, CASE
      WHEN e.link_domain IN (f.url_domain, f.site_domain) THEN 0
      WHEN e.link_domain = f.said_domain THEN 1
      ELSE 2 END AS claim, CASE
      WHEN e.link_domain IN (f.url_domain, f.site_domain) THEN 0
      WHEN e.link_domain = f.said_domain THEN coalesce(f.said_since, 0)
      ELSE 0 END AS since
    FROM entries e JOIN feeds f USING (feed_id);
  CREATE VIEW twins AS
    SELECT mine.entry_id, other.url, other.place, other.claim, other.since,
      abs(other.first_seen - mine.first_seen) AS apart,
      (other.claim, other.since, other.place) < (mine.claim, mine.since, mine.place) AS goes_before
    FROM claims mine JOIN claims other
      ON other.link_key = mine.link_key AND other.feed_id <> mine.feed_id AND other.off_site IS NULL;
  CREATE VIEW shown_entries AS
    SELECT * FROM entries WHERE off_site IS NULL AND NOT EXISTS (
      SELECT 1 FROM twins WHERE twins.entry_id = entries.entry_id AND goes_before);
  `,
  // The texts of an entry in columns of their own, not within its JSON. Stored entries keep the old form until they are written again.
  `
  ALTER TABLE texts ADD COLUMN content TEXT; -- contentHtml
  ALTER TABLE texts ADD COLUMN summary TEXT; -- summaryHtml
  `,
  // The view has the same entries as before. Most entries share their link with no other: SQLite sees that in an index, before it compares
  // claims.
  `
  DROP VIEW IF EXISTS shown_entries;
  CREATE VIEW shown_entries AS
    SELECT * FROM entries WHERE off_site IS NULL AND NOT (
      EXISTS (SELECT 1 FROM entries o WHERE o.link_key = entries.link_key AND o.entry_id <> entries.entry_id)
      AND EXISTS (SELECT 1 FROM twins WHERE twins.entry_id = entries.entry_id AND goes_before));
  `,
  // A feed of the whole host goes before strangers, and after the person whose folder it is.
  `
  DROP VIEW IF EXISTS shown_entries;
  DROP VIEW IF EXISTS twins;
  DROP VIEW IF EXISTS claims;
  CREATE VIEW claims AS
    SELECT e.entry_id, e.feed_id, e.link_key, e.first_seen, e.off_site, f.url, f.place, CASE
      WHEN e.link_domain IN (f.url_domain, f.site_domain) THEN 0
      WHEN e.link_domain = f.said_domain THEN 1
      WHEN e.link_domain LIKE f.url_domain || '/%' OR e.link_domain LIKE f.site_domain || '/%' THEN 2
      ELSE 3 END AS claim, CASE
      WHEN e.link_domain IN (f.url_domain, f.site_domain) THEN 0
      WHEN e.link_domain = f.said_domain THEN coalesce(f.said_since, 0)
      ELSE 0 END AS since
    FROM entries e JOIN feeds f USING (feed_id);
  CREATE VIEW twins AS
    SELECT mine.entry_id, other.url, other.place, other.claim, other.since,
      abs(other.first_seen - mine.first_seen) AS apart,
      (other.claim, other.since, other.place) < (mine.claim, mine.since, mine.place) AS goes_before
    FROM claims mine JOIN claims other
      ON other.link_key = mine.link_key AND other.feed_id <> mine.feed_id AND other.off_site IS NULL;
  CREATE VIEW shown_entries AS
    SELECT * FROM entries WHERE off_site IS NULL AND NOT (
      EXISTS (SELECT 1 FROM entries o WHERE o.link_key = entries.link_key AND o.entry_id <> entries.entry_id)
      AND EXISTS (SELECT 1 FROM twins WHERE twins.entry_id = entries.entry_id AND goes_before));
  `,
  // A link may have 4,000 letters, and PostgreSQL indexes no more than 2,704 bytes.
  `
  DROP INDEX entries_by_repeated_link;
  CREATE INDEX entries_by_repeated_link ON entries (substr(link, 1, 500)) WHERE link IS NOT NULL AND link_key IS NULL;
  `,
]

/**
 * Entries of two feeds could share a published id, and addresses that run a script were published as ids. The later entry gets an id of its
 * own, and each id belongs to one entry from then on.
 */
function separatePublishedIds(database: Sqlite.Database): void {
  const rows = database
    .prepare(
      `SELECT e.entry_id, e.published_id, f.url FROM entries e JOIN feeds f USING (feed_id)
       WHERE e.published_id LIKE 'javascript:%' OR EXISTS (
         SELECT 1 FROM entries o WHERE o.published_id = e.published_id AND o.entry_id < e.entry_id)
       ORDER BY e.entry_id`,
    )
    .all() as { entry_id: number; published_id: string; url: string }[]
  const isTaken = database.prepare('SELECT 1 AS one FROM entries WHERE published_id = ?')
  const put = database.prepare(
    `UPDATE entries SET published_id = ?, revision = (SELECT value + 1 FROM meta WHERE name = 'revision') WHERE entry_id = ?`,
  )
  for (const { entry_id, published_id, url } of rows) {
    let free = makeUuid(url, published_id)
    for (let next = 2; isTaken.get(free) !== undefined; next += 1) free = makeUuid(url, `${published_id} ${next}`)
    put.run(free, entry_id)
  }
  if (rows.length > 0) database.exec("UPDATE meta SET value = value + 1 WHERE name = 'revision'")
  database.exec(`DROP INDEX entries_by_published_id;
    CREATE UNIQUE INDEX entries_by_published_id ON entries (published_id)`)
}
