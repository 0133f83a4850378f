import type { Use } from './read-source.ts'

/** The rules of the house, as data. Files and folders are named from src/; a folder ends in "/" but in `sees`. */
export type Rules = {
  /** Package → where it lives. */
  homes: Record<string, string[]>
  /** Module of Node (without "node:") → who may use it. */
  node: Record<string, string[]>
  /** What is not the same on each run → who may use it. */
  uses: Record<Use['kind'], string[]>
  /** Folder → folders (their own files, not those below) and single files that it may import from. Its own are given. */
  sees: Record<string, string[]>
  /** Files that are not named for an export. */
  namedOtherwise: string[]
  mostLines: number
  longer: Record<string, number>
}

/** What every stage stands on. */
const ground = ['model.ts', 'text', 'package-root.ts']

/** What of the store others work with: the rest is its inside. */
const store = [
  'store/store.ts',
  'store/copy-public-state.ts',
  'store/open-kept-lists.ts',
  'store/open-store.ts',
  'store/restore-state.ts',
  'store/lock-build.ts',
  'store/state-error.ts',
]

/** Each stage of reading may complain. */
const reading = ['normalize/read/collect-warnings.ts', 'html', ...ground]

/** What everything that renders stands on. */
const rendering = ['render/paths', 'html', ...ground]

export const rules: Rules = {
  homes: {
    '@date-fns/tz': ['render/dates/', 'text/write-time.ts'],
    commander: ['commands/'],
    'date-fns': ['render/dates/'],
    'franc-min': ['commands/find-language.ts'],
    entities: ['normalize/read/'],
    htmlparser2: ['convert/read-outlines.ts', 'html/', 'normalize/read/'],
    micromark: ['render/views/render-markdown.ts'],
    libsql: ['store/database.ts', 'store/open-database.ts'],
    nunjucks: ['render/theme/open-templates.ts'],
    'p-limit': ['fetch/'],
    'rss-parser': ['normalize/read/xml/parse-strict.ts'],
    'sanitize-html': ['html/check-html.ts'],
    'string-width': ['text/count-columns.ts'],
    sirv: ['commands/open-preview.ts'],
    re2js: ['text/compile-regex.ts'],
    tldts: ['text/find-domain.ts'],
    undici: ['fetch/'],
    yaml: ['config/', 'convert/'],
    zod: ['config/'],
  },

  node: {
    crypto: [
      'commands/',
      'convert/name-cached.ts',
      'config/open-kept-config.ts',
      'filter/',
      'normalize/merge/',
      'normalize/read/fields/',
      'pipeline/',
      'render/',
      'text/',
    ],
    dns: ['fetch/'],
    child_process: ['commands/find-changed-feeds.ts'],
    events: ['commands/'],
    fs: ['commands/', 'config/', 'pipeline/publish-site.ts', 'render/site/', 'store/', 'version.ts'],
    'fs/promises': ['commands/', 'config/', 'render/site/'],
    http: ['commands/open-preview.ts', 'fetch/'],
    module: ['cli.ts'],
    net: ['commands/open-preview.ts', 'fetch/'],
    os: ['cli.ts', 'commands/', 'workers/'],
    path: ['cli.ts', 'commands/', 'config/', 'pipeline/', 'render/paths/', 'render/site/', 'store/', 'text/'],
    'readline/promises': ['commands/ask-operator.ts'],
    stream: ['fetch/'],
    'stream/consumers': ['commands/'],
    'timers/promises': ['fetch/', 'render/site/'],
    tls: ['fetch/'],
    url: ['commands/', 'render/site/'],
    util: ['commands/', 'config/', 'convert/'],
    worker_threads: ['workers/'],
    zlib: ['commands/publish-state.ts', 'fetch/'],
  },

  uses: {
    // Everywhere else the time is that of the build, and comes in as `now`.
    clock: ['commands/', 'fetch/', 'workers/'],
    process: [
      'cli.ts',
      'commands/',
      'config/load-config.ts',
      'config/open-kept-config.ts',
      'fetch/has-proxy.ts',
      'workers/',
    ],
    exit: ['cli.ts', 'commands/ask-operator.ts'],
  },

  sees: {
    'model.ts': [],
    'version.ts': ['package-root.ts'],
    'package-root.ts': [],
    'entry-queries.ts': ['model.ts'],
    text: [],
    config: ground,
    convert: ['config', 'html', 'normalize/read/charset', ...ground],
    fetch: ground,
    schedule: ground,
    html: ground,
    filter: ['html', ...ground],
    'normalize/read': [
      'normalize/read/charset',
      'normalize/read/xml',
      'normalize/read/json',
      'normalize/read/fields',
      ...ground,
    ],
    'normalize/read/charset': reading,
    'normalize/read/dates': reading,
    'normalize/read/xml': ['normalize/read/charset', 'normalize/read/limit-entries.ts', ...reading],
    'normalize/read/fields': [
      'normalize/read/dates',
      'normalize/read/xml',
      'normalize/read/limit-entries.ts',
      ...reading,
    ],
    'normalize/read/json': [
      'normalize/read/dates',
      'normalize/read/fields',
      'normalize/read/limit-entries.ts',
      'normalize/read/xml/enter-element.ts',
      ...reading,
    ],
    'normalize/merge': ground,
    workers: ['normalize/read/read.ts', 'normalize/read/fields/renew-entry.ts', ...ground],
    store: ['entry-queries.ts', ...ground],
    render: ground,
    'render/paths': ground,
    'render/messages': ground,
    'render/dates': ground,
    'render/theme': ['render/messages', ...rendering],
    'render/views': [
      'render/make-from-entry.ts',
      'render/render-lead.ts',
      'render/dates',
      'render/messages',
      ...rendering,
    ],
    'render/pages': [
      'render/find-share.ts',
      'render/make-from-entry.ts',
      'render/dates',
      'render/messages',
      'render/theme',
      'render/views',
      'entry-queries.ts',
      ...rendering,
    ],
    'render/feeds': [
      'render/find-share.ts',
      'render/make-from-entry.ts',
      'render/render-lead.ts',
      'render/dates',
      'render/messages',
      'render/views/index-subscriptions.ts',
      'render/views/list-tags.ts',
      'render/views/name-tag.ts',
      'entry-queries.ts',
      ...rendering,
    ],
    'render/site': ['render/theme', ...rendering],
    planet: [
      'schedule',
      'config',
      'normalize/merge/identify-entries.ts',
      'normalize/merge/make-entry-keys.ts',
      'normalize/merge/make-published-id.ts',
      'store/store.ts',
      'store/state-codec.ts',
      ...ground,
    ],
    pipeline: [
      'planet',
      'schedule',
      'config',
      'convert',
      'fetch/is-open-address.ts',
      'fetch/open-fetcher.ts',
      'filter',
      'html',
      'normalize/merge',
      'normalize/read/reader-version.ts',
      'workers/open-parser-pool.ts',
      'store/store.ts',
      'store/state-error.ts',
      'render/make-from-entry.ts',
      'render/dates',
      'render/feeds/make-feed-style.ts',
      'render/feeds/render-feeds.ts',
      'render/messages',
      'render/pages',
      'render/views/list-tags.ts',
      'render/paths',
      'render/site',
      'render/theme',
      'entry-queries.ts',
      'version.ts',
      ...ground,
    ],
    'build.ts': ['filter', 'pipeline', 'config', ...ground],
    commands: [
      'filter',
      'build.ts',
      'planet',
      'pipeline/check-theme.ts',
      'pipeline/count-churned.ts',
      'pipeline/leave-hosts-alone.ts',
      'pipeline/edges.ts',
      'pipeline/store-history.ts',
      'pipeline/store-state.ts',
      'schedule',
      'config',
      'convert',
      'fetch',
      'workers/open-parser-pool.ts',
      'render/dates/open-calendar.ts',
      'render/feeds/render-opml.ts',
      'render/paths',
      'version.ts',
      ...store,
      ...ground,
    ],
    'cli.ts': ['commands/run-program.ts', 'commands/exit-codes.ts'],
  },

  // A file is named for an export. These are named for what their exports have in common.
  namedOtherwise: [
    'cli.ts',
    'model.ts',
    'commands/flags.ts',
    'commands/render-status.ts',
    'config/edit-list.ts',
    'config/feed-schema.ts',
    'config/parse-address.ts',
    'config/outputs-schema.ts',
    'config/include-schema.ts',
    'config/purged-schema.ts',
    'config/rules-schema.ts',
    'config/site-options.ts',
    'fetch/answer-headers.ts',
    'fetch/private-address.ts',
    'html/conform-list.ts',
    'html/conform-media.ts',
    'html/conform-ruby.ts',
    'html/conform-table.ts',
    'html/limits.ts',
    'html/nodes.ts',
    'html/picture-key.ts',
    'html/sanitize-html.d.ts',
    'html/to-text.ts',
    'normalize/read/charset/code-pages.ts',
    'normalize/read/charset/fix-mojibake.ts',
    'normalize/read/fields/make-shown-text.ts',
    'render/views/make-subscription-views.ts',
    'schedule/make-feed-state.ts',
    'store/entry-codec.ts',
    'store/state-codec.ts',
    'store/feed-rows.ts',
    'store/meta.ts',
    // It is started, not imported.
    'workers/read-worker.ts',
  ],

  mostLines: 300,
  longer: { 'model.ts': 800, 'html/conform-html.ts': 370 },
}
