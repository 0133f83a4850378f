/** A table of the schema: its primary key, and all of its columns. */
export type Table = { name: string; key: string[]; columns: string[] }

/**
 * All tables; those to which others refer come first, `meta` last. A test checks that no table and no column is missing.
 */
// biome-ignore format: grouped in rows
export const tables: Table[] = [
  table('feeds', 'feed_id', [
    'url', 'place', 'active', 'source', 'state', 'slug', 'url_domain', 'site_domain', 'said_domain',
    'former_urls', 'rules', 'said_since', 'said_before', 'said_before_since',
  ]),
  table('asks', 'feed_id', ['asked_at', 'status', 'answered_at', 'fresh_until', 'host', 'due_at']),
  table('hosts', 'host', ['due_at', 'holder', 'held_until']),
  table('entries', 'entry_id', [
    'feed_id', 'published_id', 'first_seen', 'position', 'rank', 'updated_shown', 'off_front', 'off_site',
    'link_path', 'link_key', 'title_day', 'source_hash', 'entry_hash', 'revision', 'link', 'title', 'language',
    'authors', 'published', 'link_domain', 'text_day',
  ]),
  table('entry_ids', 'feed_id id', ['entry_id', 'since']),
  table('texts', 'entry_id', ['entry', 'sanitiser', 'content', 'summary']),
  table('removed', 'entry_id', ['at']),
  table('windows', 'feed_id', ['entries', 'marks']),
  table('missing', 'entry_id', ['since']),
  table('shaped', 'entry_id', ['original', 'hidden_by']),
  table('entry_topics', 'topic position entry_id'),
  table('topic_feeds', 'topic feed_id', ['entries']),
  table('topics', 'topic', ['name', 'feeds', 'revision']),
  table('pictures', 'picture', [
    'kind', 'address', 'feed_id', 'position', 'state', 'next_try', 'failures', 'problem',
    'width', 'height', 'hash', 'widths', 'bytes', 'moves',
  ]),
  table('entry_pictures', 'entry_id picture'),
  table('gone_pictures', 'hash', ['widths']),
  table('outputs', 'folder', ['revision', 'render_hash', 'state']),
  table('files', 'folder path'),
  table('rendered', 'folder path'),
  table('meta', 'name', ['value']),
]

function table(name: string, key: string, others: string[] = []): Table {
  const parts = key.split(' ')
  return { name, key: parts, columns: [...parts, ...others] }
}
