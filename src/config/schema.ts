import { z } from 'zod'
import type { FeedSource } from '../model.ts'
import { checkFacePath, checkFeedUrl, checkHostPort, checkSiteUrl } from './check-address.ts'
import { checkLanguage, checkTimezone } from './check-locale.ts'
import { parseDuration } from './parse-duration.ts'
import { parseSize } from './parse-size.ts'

/** A check gives the value to use, or a sentence that says what is wrong with the one it got. */
type Check<T> = (text: string) => { value: T } | { problem: string }

/** A scalar that is written as text and checked by one of our own rules. */
function checked<T>(expected: string, check: Check<T>) {
  return z.string({ error: `expected ${expected}` }).transform((text, context): T => {
    const result = check(text.trim())
    if ('value' in result) return result.value
    context.addIssue({ code: 'custom', message: result.problem })
    return z.NEVER
  })
}

const nonEmpty: Check<string> = (text) => (text === '' ? { problem: 'is empty' } : { value: text })
const text = (example: string) => checked(`text, for example "${example}"`, nonEmpty)
const count = (least: number) => {
  const expected = `expected a whole number, ${least} or more, for example 10`
  return z.int({ error: expected }).min(least, { error: expected })
}
const duration = () =>
  checked('a duration, for example 30s, 15m, 1h or 30d', (given) => {
    const value = parseDuration(given)
    return value === undefined
      ? { problem: 'expected a duration: a number and s, m, h, d, w or y, for example 30s, 1h or 30d' }
      : { value }
  })
const size = () =>
  checked('a size, for example 10MB', (given) => {
    const value = parseSize(given)
    return value === undefined ? { problem: 'expected a size: a number and kB or MB, for example 10MB' } : { value }
  })
const webAddress = () => checked('a web address, for example https://example.org/', checkSiteUrl)
const language = () => checked('a language, for example en or pt-BR', checkLanguage)

const expectedMap = { error: 'expected keys and values below this, one a line' }

const owner = z.looseObject(
  {
    name: text('The Example Community').optional().describe('Who runs the planet.'),
    email: checked('an e-mail address', (given) =>
      /^[^\s@<>]+@[^\s@<>]+$/.test(given)
        ? { value: given }
        : { problem: 'expected an e-mail address, for example planet@example.org' },
    )
      .optional()
      .describe('Shown for requests to be added or removed.'),
    url: webAddress().optional().describe('Home page of whoever runs the planet.'),
  },
  expectedMap,
)

const show = z.looseObject(
  {
    days: count(0).default(10).describe('Front page: at most this many days that have entries; 0: no limit.'),
    entries: count(0).default(40).describe('Front page: at most this many entries; 0: no limit.'),
    date: text('%B %d, %Y').default('%B %d, %Y').describe('Day headings, in strftime’s letters.'),
    time: text('%B %d, %Y %H:%M').default('%B %d, %Y %H:%M').describe('Time of an entry, in strftime’s letters.'),
  },
  expectedMap,
)

const fetch = z.looseObject(
  {
    timeout: duration().default(30_000).describe('Longest time for one feed, redirects and body included.'),
    parallel: count(1).default(32).describe('Feeds asked at once.'),
    host_parallel: count(1).default(1).describe('Of them, at one host.'),
    host_delay: duration()
      .optional()
      .describe(
        'Least time between the starts of two requests to one host; 1s, or 0.2s where a host has over 50 feeds.',
      ),
    max_size: size().default(10_000_000).describe('Largest feed, after decompression.'),
    allow_private: z
      .array(checked('a host and port, for example intranet.example:8080', checkHostPort), {
        error: 'expected a list, for example [intranet.example:8080]',
      })
      .default([])
      .describe('Hosts in private networks that may be asked.'),
  },
  expectedMap,
)

const defaults = z.looseObject(
  {
    first: count(0).default(10).describe('A newly added feed brings at most this many entries to the front page.'),
    per_build: count(0).default(50).describe('Of more new entries of one feed at once only this many get there.'),
    max_age: duration()
      .refine((age) => age > 0, { error: 'expected more than 0; leave max_age out for no limit' })
      .optional()
      .describe('Entries older than this when first seen stay off the front page and out of the feeds.'),
  },
  expectedMap,
)

const feedMap = z.looseObject(
  {
    url: checked('the address of a feed', checkFeedUrl).describe('Where the feed is.'),
    name: text('Blog of Bob').optional().describe('In the sidebar and over the entries; else the feed’s own title.'),
    author: text('Bob').optional().describe('Who wrote an entry that names nobody.'),
    site: webAddress().optional().describe('The blog’s home page, where the feed’s own link is wrong.'),
    face: checked('an image: a web address or a file', checkFacePath)
      .optional()
      .describe('Avatar: a web address, or a file, its path from the planet’s root.'),
    language: language().optional().describe('Language of the blog, where the feed does not say.'),
  },
  { error: 'expected the address of a feed, or keys and values with at least a url' },
)

/** A bare URL is a feed, too. */
const feed = z.preprocess((value) => (typeof value === 'string' ? { url: value } : value), feedMap)

/** The whole of feeds.yaml. Types, checks, defaults and docs/configuration.md all come from here. */
export const schema = z.looseObject(
  {
    title: text('Planet Example').describe('Name of the planet.'),
    url: webAddress().describe('Where the planet is published. Ids, links and the User-Agent are made from it.'),
    description: text('What people around Example write about').optional().describe('One sentence about the planet.'),
    language: language().default('en').describe('Language of the site’s own words and dates.'),
    timezone: checked('a time zone, for example Europe/Berlin', checkTimezone)
      .default('UTC')
      .describe('Where a day starts, and the zone of all times shown.'),
    owner: owner.optional(),
    show: show.prefault({}),
    fetch: fetch.prefault({}),
    defaults: defaults.prefault({}),
    feeds: z.preprocess(
      (value) => value ?? [],
      z.array(feed, { error: 'expected a list of feeds, each on a line that begins with "- "' }),
    ),
  },
  { error: 'expected keys and values, beginning with title: and url:' },
)

/** Keys that a later version will know. They are refused, never ignored. */
export const notYet: Record<string, string[]> = {
  '': ['id', 'archive', 'outputs', 'images', 'robots', 'theme', 'websub', 'alerts', 'tags', 'include', 'purged'],
  show: ['group', 'content', 'fold', 'sidebar'],
  fetch: ['every'],
  defaults: [
    ...['inactive_after', 'dates', 'include', 'exclude', 'content', 'max_entries', 'author_force', 'tags', 'every'],
    ...['timeout', 'language', 'author'],
  ],
  feeds: [
    ...['tags', 'include', 'exclude', 'content', 'max_entries', 'dates', 'headers', 'every', 'timeout', 'paused'],
    ...['author_force', 'first', 'per_build', 'max_age', 'inactive_after', 'tls', 'note', 'base'],
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
