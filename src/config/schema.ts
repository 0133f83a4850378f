import { z } from 'zod'
import type { FeedSource } from '../model.ts'
import { checkFacePath, checkFeedUrl, checkHostPort, checkSiteUrl } from './check-address.ts'
import { checkHeaders } from './check-headers.ts'
import { checkLanguage, checkTimezone } from './check-locale.ts'
import { checked, count, duration, text } from './checked.ts'
import { parseSize } from './parse-size.ts'
import { purged } from './purged-schema.ts'

const size = () =>
  checked('a size up to 500MB, for example 10MB', (given) => {
    const value = parseSize(given)
    return value === undefined || value > 500_000_000 ? undefined : { value }
  })
const webAddress = () => checked('a web address, for example https://example.org/', checkSiteUrl)
const language = () => checked('a language, for example en or pt-BR', checkLanguage)
const map = (example: string) => ({ error: `expected keys and values, one a line, for example "${example}"` })

/** In the path of a page, so without what has a meaning there. */
const tag = () =>
  checked('a tag of letters, digits, spaces and -_+.#, for example core', (given) =>
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _+.#-]{0,99}$/u.test(given) ? { value: given } : undefined,
  )

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

const show = z.looseObject(
  {
    days: count(0)
      .default(10)
      .meta({ description: 'Front page: at most this many days that have entries; 0: no limit.', examples: [7] }),
    entries: count(0)
      .default(40)
      .meta({ description: 'Front page: at most this many entries; 0: no limit.', examples: [60] }),
    date: text('%B %d, %Y')
      .default('%B %d, %Y')
      .meta({ description: 'Day headings, in strftime’s letters.', examples: ['"%A, %d.%m.%Y"'] }),
    time: text('%B %d, %Y %H:%M')
      .default('%B %d, %Y %H:%M')
      .meta({ description: 'Time of an entry, in strftime’s letters.', examples: ['"%d.%m.%Y, %H:%M"'] }),
  },
  map('days: 10'),
)

const fetch = z.looseObject(
  {
    every: duration('15m', '30d', '1h')
      .prefault('1h')
      .meta({
        description: 'A feed is asked no more often than this; its server may ask for longer.',
        examples: ['2h'],
      }),
    timeout: duration('1ms', '1h', '30s')
      .prefault('30s')
      .meta({ description: 'Longest time for one feed, redirects and body included.', examples: ['1m'] }),
    parallel: count(1)
      .default(32)
      .meta({ description: 'Feeds asked at once.', examples: [8] }),
    host_parallel: count(1)
      .default(1)
      .meta({ description: 'Of them, at one host.', examples: [2] }),
    host_delay: duration('0s', '1h', '1s')
      .optional()
      .meta({
        description:
          'Least time between the starts of two requests to one host; 1s, or 0.2s where a host has over 50 feeds.',
        examples: ['2s'],
      }),
    max_size: size()
      .prefault('10MB')
      .meta({ description: 'Largest feed, after decompression.', examples: ['20MB'] }),
    allow_private: z
      .array(checked('a host and port, for example intranet.example:8080', checkHostPort), {
        error: 'expected a list, for example [intranet.example:8080]',
      })
      .default([])
      .meta({ description: 'Hosts in private networks that may be asked.', examples: ['[intranet.example:8080]'] }),
  },
  map('timeout: 30s'),
)

const alerts = z.looseObject(
  {
    after: duration('1h', '1y', '1d')
      .prefault('1d')
      .meta({ description: 'A feed that has failed this long is worth a line on stderr.', examples: ['12h'] }),
    repeat: z
      .array(duration('1h', '10y', '7d'), { error: 'expected a list of durations, for example [7d, 30d]' })
      .prefault(['7d', '30d'])
      .meta({ description: 'And again when it has failed this long.', examples: ['[7d]'] }),
  },
  map('after: 1d'),
)

/** What decides an entry's place in time; each with what is said of it in docs/dates.md. */
const dates = () =>
  checked('trust, published or first-seen', (given) => {
    const value = (['trust', 'published', 'first-seen'] as const).find((rule) => rule === given)
    return value === undefined ? undefined : { value }
  })

const defaults = z.looseObject(
  {
    first: count(0)
      .default(10)
      .meta({ description: 'A newly added feed brings at most this many entries to the front page.', examples: [5] }),
    per_build: count(0)
      .default(50)
      .meta({ description: 'Of more new entries of one feed at once only this many get there.', examples: [10] }),
    max_age: duration('1s', '1000y', '1y')
      .optional()
      .meta({
        description: 'Entries older than this when first seen stay off the front page and out of the feeds.',
        examples: ['1y'],
      }),
    dates: dates()
      .prefault('trust')
      .meta({
        description:
          'What decides an entry’s place: trust, what the feed says; published, without its updates, and it waits for a day to come; first-seen, our own clock.',
        examples: ['published'],
      }),
  },
  map('first: 10'),
)

const feedMap = z.looseObject(
  {
    url: checked('the address of a feed, for example https://blog.example/feed.xml', checkFeedUrl).meta({
      description: 'Where the feed is.',
      examples: ['https://bob.example/feed.xml'],
    }),
    name: text('Blog of Bob')
      .optional()
      .meta({
        description: 'In the sidebar and over the entries; else the feed’s own title.',
        examples: ['Blog of Bob'],
      }),
    author: text('Bob')
      .optional()
      .meta({ description: 'Who wrote an entry that names nobody.', examples: ['Bob'] }),
    site: webAddress()
      .optional()
      .meta({
        description: 'The blog’s home page, where the feed’s own link is wrong.',
        examples: ['https://bob.example/'],
      }),
    face: checked('an image: a web address, or a file, for example faces/bob.png', checkFacePath)
      .optional()
      .meta({
        description: 'Avatar: a web address, or a file, its path from the planet’s root.',
        examples: ['faces/bob.png'],
      }),
    language: language()
      .optional()
      .meta({ description: 'Language of the blog, where the feed does not say.', examples: ['de'] }),
    tags: z
      .array(tag(), { error: 'expected a list of tags, for example [core, de]' })
      .optional()
      .meta({ description: 'What the blog is filed under: each tag has a page and a feed.', examples: ['[core, de]'] }),
    every: duration('15m', '30d', '1h')
      .optional()
      .meta({ description: 'It is asked no more often than this; else as `fetch.every` says.', examples: ['6h'] }),
    timeout: duration('1ms', '1h', '30s')
      .optional()
      .meta({ description: 'Longest time for it; else as `fetch.timeout` says.', examples: ['60s'] }),
    headers: z
      .record(z.string(), z.string({ error: 'expected text, for example Bearer ${TOKEN}' }), {
        error: 'expected headers and their values, for example "Authorization: Bearer ${TOKEN}"',
      })
      .check(checkHeaders)
      .optional()
      .meta({
        description:
          'Sent along to the feed’s own server. Secrets come from the environment; they are never stored or shown.',
        examples: ['{Authorization: "Bearer ${BOB_TOKEN}"}'],
      }),
    paused: text('on holiday until May')
      .optional()
      .meta({
        description: 'Why it is not asked for the time being; its entries stay.',
        examples: ['blog hacked, 2026-03-02'],
      }),
    first: count(0)
      .optional()
      .meta({ description: 'As in `defaults`, for this feed.', examples: [1] }),
    per_build: count(0)
      .optional()
      .meta({ description: 'As in `defaults`, for this feed.', examples: [3] }),
    max_age: duration('1s', '1000y', '1y')
      .optional()
      .meta({ description: 'As in `defaults`, for this feed.', examples: ['30d'] }),
    dates: dates()
      .optional()
      .meta({ description: 'As in `defaults`, for this feed.', examples: ['first-seen'] }),
  },
  { error: 'expected the address of a feed, or keys and values with at least a url' },
)

/** A bare URL is a feed, too. */
const feed = z.preprocess((value) => (typeof value === 'string' ? { url: value } : value), feedMap)

/** The whole of feeds.yaml. Types, checks, defaults and docs/configuration.md all come from here. */
export const schema = z.looseObject(
  {
    title: text('Planet Example').meta({ description: 'Name of the planet.', examples: ['Planet Example'] }),
    url: webAddress().meta({
      description: 'Where the planet is published. Ids, links and the User-Agent are made from it.',
      examples: ['https://planet.example/'],
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
    show: show.prefault({}).meta({ description: 'What the front page shows.' }),
    fetch: fetch.prefault({}).meta({ description: 'How feeds are asked.' }),
    alerts: alerts.prefault({}).meta({ description: 'When to speak of a feed that fails.' }),
    defaults: defaults.prefault({}).meta({ description: 'Limits that hold for every feed.' }),
    feeds: z
      .preprocess(
        (value) => value ?? [],
        z.array(feed, { error: 'expected a list of feeds, each on a line that begins with "- "' }),
      )
      .meta({ description: 'The blogs.' }),
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
  '': ['id', 'archive', 'outputs', 'images', 'robots', 'theme', 'websub', 'tags', 'include'],
  show: ['group', 'content', 'fold', 'sidebar'],
  defaults: [
    ...['inactive_after', 'include', 'exclude', 'content', 'max_entries', 'author_force', 'tags', 'every'],
    ...['timeout', 'language', 'author'],
  ],
  feeds: [
    ...['include', 'exclude', 'content', 'max_entries'],
    ...['author_force', 'inactive_after', 'tls', 'note', 'base'],
  ],
}

type Keys = (typeof schema)['shape']

/** feeds.yaml, checked, with every default in place. Durations are milliseconds, sizes bytes. */
export type Config = { [Key in Exclude<keyof Keys, 'feeds'>]: z.output<Keys[Key]> } & {
  /** Absolute path of feeds.yaml. */
  file: string
  /** The planet's root: the folder of feeds.yaml, or its parent where that folder is called `config`. */
  root: string
  feeds: FeedSource[]
}
