/**
 * The schema, one step a version of it; a step that was released is never changed. Instants are milliseconds since 1970.
 *
 * `entries` is small and indexed by all that a build asks; the texts stand in a table of their own.
 */
export const migrations = [
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
  // Words of ours that nobody else uses, named for what they say.
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
]
