import { z } from 'zod'
import type {
  ArchiveOptions,
  DatePolicy,
  EntryRules,
  FeedSource,
  ImageMode,
  IncludedList,
  OutputAlias,
  OutputFormat,
  PictureOptions,
  ShowOptions,
  TakeoverPolicy,
} from '../model.ts'
import { alertOptions } from './alert-options.ts'
import { checkTimezone } from './check-timezone.ts'
import { checked, count, duration, map, sizeOrNone, text } from './checked.ts'
import {
  content,
  dates,
  feed,
  inactiveAfter,
  language,
  planetAddress,
  takeover,
  webAddress,
  yesOrNo,
} from './feed-schema.ts'
import { fetchOptions as fetch } from './fetch-options.ts'
import { include } from './include-schema.ts'
import { outputs } from './outputs-schema.ts'
import { parseFeedUrl, parseIri } from './parse-address.ts'
import { plugin } from './plugins-schema.ts'
import { purged } from './purged-schema.ts'
import { rules } from './rules-schema.ts'
import { archive, digest, images, robots, search, show, state, stateSchema, tagTitles, theme } from './site-options.ts'

const hub = checked('the address of a hub, for example https://pubsubhubbub.appspot.com/', parseFeedUrl)

const owner = z.looseObject(
  {
    name: text('The Example Community')
      .optional()
      .meta({ description: 'Who runs the planet.', examples: ['The Example Community'] }),
    email: checked('an e-mail address, for example planet@example.org', (given) =>
      /^[^\s@<>]+@[^\s@<>]+$/.test(given) ? { value: given } : undefined,
    )
      .optional()
      .meta({ description: 'Shown for requests to be added or removed.', examples: ['planet@example.org'] }),
    url: webAddress()
      .optional()
      .meta({ description: 'Home page of whoever runs the planet.', examples: ['https://example.org/'] }),
  },
  map('name: The Example Community'),
)

const defaults = z.looseObject(
  {
    dates: dates()
      .default('trust')
      .meta({ description: 'Which dates of a feed count: see [dates.md](dates.md).', examples: ['first-seen'] }),
    first: count(0)
      .default(10)
      .meta({ description: 'A newly added feed brings at most this many entries to the front page.', examples: [5] }),
    per_day: count(0)
      .default(20)
      .meta({
        description: 'Of the new entries of any other feed, at most this many a day get there.',
        examples: [10],
      }),
    max_age: duration('1s', '1000y', '1y')
      .optional()
      .meta({
        description: 'Entries older than this when first seen stay off the front page and out of the feeds.',
        examples: ['1y'],
      }),
    max_new: count(0)
      .default(200)
      .meta({
        description: 'At most this many new entries of one feed are stored in a day, the rest later; 0: no limit.',
        examples: [50],
      }),
    max_text: sizeOrNone('2MB')
      .prefault('20MB')
      .meta({
        description: 'At most this much new text of one feed is stored in a day, the rest later; 0: no limit.',
        examples: ['5MB'],
      }),
    takeover: takeover()
      .default('hold')
      .meta({
        description:
          'A feed that seems to be somebody else’s by now waits for you (`hold`), or is taken over with a word (`tell`) or without one (`ignore`): see [identity.md](identity.md).',
        examples: ['tell'],
      }),
    content: content()
      .optional()
      .meta({
        description: 'How much of an entry is shown, on every page and in our feeds: `full`, `summary`, `title`.',
        examples: ['summary'],
      }),
    max_entries: count(0)
      .optional()
      .meta({ description: 'At most this many entries of one feed stand on the front page.', examples: [3] }),
    face: z
      .enum(['auto', 'gravatar'], { error: 'expected auto or gravatar' })
      .optional()
      .meta({
        description: 'Where the avatar of a feed comes from that names none: see [pictures.md](pictures.md).',
        examples: ['auto'],
      }),
    author_force: yesOrNo()
      .optional()
      .meta({ description: 'The `author` of a feed wrote all of it, whomever an entry names.', examples: [true] }),
    include: rules()
      .optional()
      .meta({
        description: 'Only entries that match are shown: see [filters.md](filters.md).',
        examples: ['{category: [planet]}'],
      }),
    exclude: rules()
      .optional()
      .meta({ description: 'Entries that match are not shown.', examples: ['{category: [sponsored]}'] }),
    inactive_after: inactiveAfter()
      .prefault('180d')
      .meta({ description: 'A blog without a new entry for so long is listed under “Quiet”.', examples: ['1y'] }),
  },
  map('first: 10'),
)

/** The whole of feeds.yaml. Types, checks, defaults and docs/configuration.md all come from here. */
export const schema = z.looseObject(
  {
    title: text('Planet Example').meta({ description: 'Name of the planet.', examples: ['Planet Example'] }),
    url: planetAddress().meta({
      description: 'Where the planet is published. Ids, links and the User-Agent are made from it.',
      examples: ['https://planet.example/'],
    }),
    id: checked('an absolute address or URN, for example https://old-planet.example/atom.xml', parseIri)
      .optional()
      .meta({
        description: 'The id that `atom.xml` had where the planet was before: readers see nothing anew.',
        examples: ['https://old-planet.example/atom.xml'],
      }),
    description: text('What people around Example write about')
      .optional()
      .meta({
        description: 'One sentence about the planet.',
        examples: ['What people around Example write about'],
      }),
    language: language()
      .default('en')
      .meta({ description: 'Language of the site’s own words and dates.', examples: ['pt-BR'] }),
    timezone: checked('a time zone, for example Europe/Berlin', checkTimezone)
      .default('UTC')
      .meta({ description: 'Where a day starts, and the zone of all times shown.', examples: ['Europe/Berlin'] }),
    owner: owner.optional().meta({ description: 'Who runs the planet.' }),
    show: show.prefault({}).meta({ description: 'What the pages show.' }),
    archive: archive.prefault({}).meta({ description: 'Which pages of the past there are.' }),
    images: images.prefault({}).meta({
      description: 'Pictures in entries: see [pictures.md](pictures.md).',
      examples: ['cache'],
    }),
    robots: robots
      .default('index')
      .meta({ description: 'Whether search engines may list the site: `index` or `noindex`.', examples: ['noindex'] }),
    theme: theme.prefault({}).meta({ description: 'How the site looks.' }),
    tags: tagTitles.prefault({}).meta({
      description: 'Titles of tags; a tag without one is called as it is.',
      examples: ['{core: Core team, de: Deutsch}'],
    }),
    outputs: outputs.default(['html', 'atom', 'rss', 'json', 'opml']).meta({
      description: 'What is written: pages, feeds, the list of blogs; `foaf` and `rss10` are for old planets.',
      examples: ['[html, atom]'],
    }),
    search: search.default(true).meta({
      description: 'Whether a planet of a hundred entries and more has `/search/`: see [search.md](search.md).',
      examples: [false],
    }),
    digest: digest.default([]).meta({
      description:
        'Feeds with one entry for each day or week that is over, and everything in it: `daily`, `weekly`. A week has a page, too.',
      examples: ['[weekly]'],
    }),
    websub: hub.optional().meta({
      description: 'A WebSub hub: named in the feeds, and told when one of them has changed.',
      examples: ['https://pubsubhubbub.appspot.com/'],
    }),
    state: state.default('private').meta({
      description:
        'What the planet remembers: `private`, in its folder alone; `publish`, beside the site too, for `planet build --restore` where there is no disk: whoever reads the site can read that, hidden entries included; addresses with keys are left out; or the address of a PostgreSQL database that keeps it: see [postgresql.md](postgresql.md).',
      examples: ['publish', '${DATABASE_URL}'],
    }),
    state_schema: stateSchema.optional().meta({
      description: 'The schema of that database which is this planet’s; otherwise it is named after `url`.',
      examples: ['planet_jabber'],
    }),
    fetch: fetch.prefault({}).meta({ description: 'How feeds are asked.' }),
    alerts: alertOptions.prefault({}).meta({ description: 'When to speak of a feed that fails.' }),
    defaults: defaults.prefault({}).meta({ description: 'Limits that hold for every feed.' }),
    feeds: z
      .preprocess(
        (value) => value ?? [],
        z.array(feed, { error: 'expected a list of feeds, each on a line that begins with "- "' }),
      )
      .meta({ description: 'The blogs.' }),
    include: z
      .preprocess(
        (value) => value ?? [],
        z.array(include, { error: 'expected a list of reading lists, each on a line that begins with "- "' }),
      )
      .meta({ description: 'Reading lists: feeds that are listed elsewhere. Those of `feeds` go before.' }),
    plugins: z
      .preprocess(
        (value) => value ?? [],
        z.array(plugin, { error: 'expected a list of files, for example [plugins/shorten-titles.js]' }),
      )
      .meta({ description: 'What shapes entries before they are shown: see [plugins.md](plugins.md).' }),
    purged: z
      .preprocess(
        (value) => value ?? [],
        z.array(purged, { error: 'expected a list of links, each on a line that begins with "- "' }),
      )
      .meta({ description: 'What was taken down for ever. `planet purge` writes it.' }),
  },
  { error: 'expected keys and values, beginning with title: and url:' },
)

/** Keys that a later version will know. They are refused, never ignored. */
export const notYet: Record<string, string[]> = {
  defaults: ['tags', 'every', 'timeout', 'language', 'author'],
  feeds: ['tls', 'base'],
}

type Keys = (typeof schema)['shape']

/** A plug-in that shapes entries: a module, by its path from the planet's root, or a program with its arguments. */
export type PluginConfig = { file: string } | { command: string[] }

/** feeds.yaml, checked, with every default in place. Durations are milliseconds, sizes bytes. */
export type Config = {
  [Key in Exclude<
    keyof Keys,
    'fetch' | 'alerts' | 'defaults' | 'archive' | 'feeds' | 'plugins' | 'show' | 'outputs' | 'include' | 'images'
  >]: z.output<Keys[Key]>
} & {
  show: Omit<ShowOptions, 'date' | 'time' | 'fold'> & {
    date?: string | undefined
    time?: string | undefined
    fold?: number | undefined
  }
  outputs: OutputFormat[]
  /** Further names of outputs. */
  aliases: OutputAlias[]
  /** How feeds are asked. */
  fetch: {
    everyMs: number
    timeoutMs: number
    parallel: number
    hostParallel: number
    hostDelayMs: number | undefined
    maxBytes: number
    allowPrivate: string[]
  }
  alerts: { afterMs: number; repeatMs: number[] }
  /** Limits that hold for every feed; 0 lifts `maxNew` and `maxTextBytes`. */
  defaults: {
    dates: DatePolicy
    takeover: TakeoverPolicy
    first: number
    perDay: number
    maxAgeMs: number | undefined
    maxNew: number
    maxTextBytes: number
    inactiveAfterMs: number
    content: ShowOptions['content'] | undefined
    maxEntries: number | undefined
    authorForce: boolean | undefined
    face: 'auto' | 'gravatar' | undefined
    include: EntryRules | undefined
    exclude: EntryRules | undefined
  }
  archive: ArchiveOptions
  images: ImageMode
  pictures: PictureOptions
  plugins: PluginConfig[]
  /** Absolute path of feeds.yaml. */
  file: string
  /** The planet's root: the folder of feeds.yaml, or its parent where that folder is called `config`. */
  root: string
  /** Parts of feeds.yaml that are understood but should be written differently. */
  notes: string[]
  /** The feeds of feeds.yaml, followed by those of its reading lists (with `from`), as far as these are known. */
  feeds: FeedSource[]
  include: IncludedList[]
}
