import { z } from 'zod'
import { checkHeaders } from './check-headers.ts'
import { checkLanguage } from './check-language.ts'
import { checked, count, duration, pauseReason, sizeOrNone, text } from './checked.ts'
import { parseFace, parseFeedUrl, parsePlanetUrl, parseSiteUrl } from './parse-address.ts'
import { rules } from './rules-schema.ts'

export const planetAddress = () => checked('a web address, for example https://example.org/', parsePlanetUrl)
export const webAddress = () => checked('a web address, for example https://example.org/', parseSiteUrl)
export const language = () => checked('a language, for example en or pt-BR', checkLanguage)

/** A tag stands in the path of a page, so it excludes characters that have a meaning there. */
const tag = () =>
  checked('a tag of letters, digits, spaces and -_+.#, for example core', (given) => {
    if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} _+.#-]{0,99}$/u.test(given)) return undefined
    // A folder is called so.
    return Buffer.byteLength(given) <= 240
      ? { value: given }
      : { problem: 'a tag that is too long for the name of a folder; shorten it to 240 bytes' }
  })

export const dates = () =>
  z.enum(['trust', 'published', 'first-seen'], { error: 'expected trust, published or first-seen' })

export const content = () => z.enum(['full', 'summary', 'title'], { error: 'expected full, summary or title' })

export const yesOrNo = () => z.boolean({ error: 'expected true or false' })

export const takeover = () => z.enum(['hold', 'tell', 'ignore'], { error: 'expected hold, tell or ignore' })

export const inactiveAfter = () => duration('1d', '100y', '180d')

export const tags = () => z.array(tag(), { error: 'expected a list of tags, for example [core, de]' })

const feedMap = z.looseObject(
  {
    url: checked('the address of a feed, for example https://blog.example/feed.xml', parseFeedUrl).meta({
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
    face: checked('an image: a web address, or a file, for example faces/bob.png', parseFace)
      .optional()
      .meta({
        description:
          'Avatar: a web address, or a file, its path from the planet’s root; `auto`, the feed’s own picture or its site’s icon; `gravatar`: see [pictures.md](pictures.md).',
        examples: ['faces/bob.png'],
      }),
    language: language()
      .optional()
      .meta({ description: 'Language of the blog, where the feed does not say.', examples: ['de'] }),
    tags: tags()
      .optional()
      .meta({
        description: 'What the blog is filed under: each tag has a page and a feed.',
        examples: ['[core, de]'],
      }),
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
    dates: dates()
      .optional()
      .meta({ description: 'Which of its dates count; else as `defaults.dates` says.', examples: ['published'] }),
    first: count(0)
      .optional()
      .meta({ description: 'As `defaults.first`, for this feed.', examples: [3] }),
    per_day: count(0)
      .optional()
      .meta({ description: 'As `defaults.per_day`, for this feed.', examples: [5] }),
    max_age: duration('1s', '1000y', '1y')
      .optional()
      .meta({ description: 'As `defaults.max_age`, for this feed.', examples: ['30d'] }),
    max_new: count(0)
      .optional()
      .meta({ description: 'As `defaults.max_new`, for this feed.', examples: [1000] }),
    max_text: sizeOrNone('2MB')
      .optional()
      .meta({ description: 'As `defaults.max_text`, for this feed.', examples: ['50MB'] }),
    takeover: takeover()
      .optional()
      .meta({ description: 'As `defaults.takeover`, for this feed.', examples: ['tell'] }),
    paused: pauseReason('on holiday until May')
      .optional()
      .meta({
        description: 'Why it is not asked for the time being; its entries stay.',
        examples: ['blog hacked, 2026-03-02'],
      }),
    content: content()
      .optional()
      .meta({ description: 'As `defaults.content`, for this feed.', examples: ['summary'] }),
    max_entries: count(0)
      .optional()
      .meta({ description: 'As `defaults.max_entries`, for this feed.', examples: [3] }),
    author_force: yesOrNo()
      .optional()
      .meta({ description: 'Its `author` wrote all of it, whomever an entry names.', examples: [true] }),
    note: text('she asked for excerpts only')
      .optional()
      .meta({
        description: 'A word to whoever runs the planet: `planet status FEED` says it, and no page does.',
        examples: ['she asked for excerpts only'],
      }),
    include: rules()
      .optional()
      .meta({
        description: 'Only entries that match are shown: see [filters.md](filters.md).',
        examples: ['{category: [planet], title: ["/example/i"]}'],
      }),
    exclude: rules()
      .optional()
      .meta({ description: 'Entries that match are not shown.', examples: ['{title: [sponsored]}'] }),
    inactive_after: inactiveAfter()
      .optional()
      .meta({
        description: 'When it is listed under “Quiet”; else as `defaults.inactive_after` says.',
        examples: ['1y'],
      }),
  },
  { error: 'expected the address of a feed, or keys and values with at least a url' },
)

/** One feed of feeds.yaml. A bare URL is a feed, too. */
export const feed = z.preprocess((value) => (typeof value === 'string' ? { url: value } : value), feedMap)

const {
  url: _url,
  name: _name,
  site: _site,
  face: _face,
  headers: _headers,
  paused: _paused,
  ...shared
} = feedMap.shape

/** What may be said of many feeds at once. */
export const feedDefaults = z.strictObject(shared, { error: 'expected keys of a feed, for example first: 3' })
