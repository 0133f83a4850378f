import { writePostgresStep } from './write-postgres.ts'

/** The version of the schema that a new planet in PostgreSQL begins with; later steps are those of `migrations.ts`. */
export const postgresBaseline = 16

/**
 * The first steps of `migrations.ts` in one: PostgreSQL support came when there were so many. Texts of feeds are stored as text and not as
 * jsonb, which refuses some of them. Feeds and entries are numbered by us: a sequence has gaps where a transaction was undone.
 */
export const postgresSchema = writePostgresStep(`
  -- The number of the last step of migrations.ts, and the address of the planet whose schema this is.
  CREATE TABLE schema_version (version INTEGER NOT NULL, planet TEXT NOT NULL);
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);

  CREATE TABLE feeds (
    feed_id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    place INTEGER NOT NULL,
    active INTEGER NOT NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    slug TEXT UNIQUE,
    url_domain TEXT,
    site_domain TEXT,
    said_domain TEXT,
    former_urls TEXT NOT NULL DEFAULT '[]',
    rules TEXT
  );

  CREATE TABLE entries (
    entry_id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds,
    published_id TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rank REAL NOT NULL,
    updated_shown INTEGER NOT NULL,
    off_front TEXT,
    off_site TEXT,
    link_path TEXT,
    link_key TEXT,
    title_day TEXT,
    source_hash TEXT NOT NULL,
    entry_hash TEXT NOT NULL,
    revision INTEGER NOT NULL,
    link TEXT,
    title TEXT,
    language TEXT,
    authors TEXT NOT NULL,
    published INTEGER,
    link_domain TEXT,
    text_day TEXT
  );
  CREATE INDEX entries_by_position ON entries (position);
  CREATE INDEX entries_shown ON entries (position) WHERE off_front IS NULL AND off_site IS NULL;
  CREATE INDEX entries_withheld ON entries (off_site, position) WHERE off_site IS NOT NULL;
  CREATE INDEX entries_by_link_path ON entries (feed_id, link_path) WHERE link_path IS NOT NULL;
  CREATE INDEX entries_by_title_day ON entries (feed_id, title_day) WHERE title_day IS NOT NULL;
  CREATE INDEX entries_by_text_day ON entries (feed_id, text_day) WHERE text_day IS NOT NULL;
  CREATE INDEX entries_by_link_key ON entries (link_key) WHERE link_key IS NOT NULL;
  CREATE INDEX entries_by_repeated_link ON entries (link) WHERE link IS NOT NULL AND link_key IS NULL;
  CREATE UNIQUE INDEX entries_by_published_id ON entries (published_id);
  CREATE INDEX entries_by_feed ON entries (feed_id, position, off_site);
  CREATE INDEX entries_by_revision ON entries (revision);

  CREATE TABLE entry_ids (
    feed_id INTEGER NOT NULL REFERENCES feeds,
    id TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries,
    since INTEGER NOT NULL,
    PRIMARY KEY (feed_id, id)
  );
  CREATE INDEX entry_ids_by_entry ON entry_ids (entry_id, since);

  CREATE TABLE texts (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    entry TEXT NOT NULL,
    sanitiser INTEGER NOT NULL
  );
  CREATE INDEX texts_by_sanitiser ON texts (sanitiser);

  CREATE TABLE removed (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    at INTEGER NOT NULL
  );
  CREATE INDEX removed_by_time ON removed (at);

  CREATE TABLE windows (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds,
    entries TEXT NOT NULL
  );

  CREATE TABLE missing (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    since INTEGER NOT NULL
  );

  CREATE TABLE outputs (
    folder TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    render_hash TEXT NOT NULL,
    state TEXT NOT NULL
  );

  CREATE TABLE files (folder TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (folder, path));
  CREATE TABLE rendered (folder TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (folder, path));

  CREATE TABLE asks (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds,
    asked_at INTEGER,
    status INTEGER,
    answered_at INTEGER,
    fresh_until INTEGER
  );

  CREATE TABLE shaped (
    entry_id INTEGER PRIMARY KEY REFERENCES entries,
    original TEXT,
    hidden_by TEXT
  );

  CREATE TABLE entry_topics (
    topic TEXT NOT NULL,
    position INTEGER NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries,
    PRIMARY KEY (topic, position, entry_id)
  );
  CREATE INDEX entry_topics_by_entry ON entry_topics (entry_id);
  CREATE TABLE topic_feeds (
    topic TEXT NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds,
    entries INTEGER NOT NULL,
    PRIMARY KEY (topic, feed_id)
  );
  CREATE TABLE topics (
    topic TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    feeds INTEGER NOT NULL,
    revision INTEGER NOT NULL
  );
  CREATE INDEX topics_by_feeds ON topics (feeds);
  CREATE INDEX topics_by_revision ON topics (revision);
`)

/** PostgreSQL fixes a view's columns when the view is made, so views are made again after each change of the schema. */
export const postgresViews = {
  drop: 'DROP VIEW IF EXISTS shown_entries, twins, claims',
  create: `
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
    SELECT * FROM entries WHERE off_site IS NULL AND NOT EXISTS (
      SELECT 1 FROM twins WHERE twins.entry_id = entries.entry_id AND goes_before)`,
}
