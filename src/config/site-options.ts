import { z } from 'zod'
import type { ArchiveOptions, ShowOptions } from '../model.ts'
import { findOwn } from '../text/find-own.ts'
import { checked, count, duration, map, storeSize, text } from './checked.ts'
import { parseLinkUrl, parseLogoPath, parseThemePath } from './parse-address.ts'
import { parseState } from './parse-state.ts'
import { quote } from './quote.ts'

/** One of a few words. */
function oneOf<const Word extends string>(words: readonly Word[], refused: Record<string, string> = {}) {
  const type = checked(`one of ${words.join(', ')}`, (given) => {
    const word = words.find((known) => known === given.toLowerCase())
    const problem = findOwn(refused, given.toLowerCase())
    return word !== undefined ? { value: word } : problem === undefined ? undefined : { problem }
  })
  // For editors, which offer the words: the pattern also lets capitals and environment variables through, which only the loader
  // understands.
  return type.meta({ anyOf: [{ enum: [...words] }, { pattern: '[A-Z]|\\$\\{' }] })
}

/** Some of a few words, each once. */
function someOf<const Word extends string>(words: readonly Word[]) {
  return z
    .array(oneOf(words), { error: `expected a list of ${words.join(', ')}` })
    .transform((given) => [...new Set(given)])
}

/** How times are written. A format without a strftime letter is refused: every day would have the same name. */
const timeFormat = (example: string) =>
  checked(`text with letters of strftime, for example "${example}"`, (given) =>
    /%[a-z_-]/i.test(given) ? { value: given } : undefined,
  )

const yesOrNo = () => z.boolean({ error: 'expected true or false' })
const parts: ShowOptions['sidebar'] = ['outline', 'feeds', 'tags', 'archive', 'subscribe']
const pages: ArchiveOptions['pages'] = ['day', 'month', 'year']

const part = 'expected a number above 0, up to 1, for example 0.5'

/** `show:`, what the pages show. */
export const show = z.looseObject(
  {
    days: count(0)
      .default(10)
      .meta({ description: 'Front page: at most this many days that have entries; 0: no limit.', examples: [7] }),
    entries: count(0)
      .default(40)
      .meta({ description: 'Front page: at most this many entries; 0: no limit.', examples: [60] }),
    share: z
      .number({ error: part })
      .gt(0, { error: part })
      .max(1, { error: part })
      .optional()
      .meta({
        description:
          'Part of the places on the front page and in the feeds that one feed may take while others have entries; else a third, or, of fewer than six feeds, two even shares; 1: no limit.',
        examples: [0.5],
      }),
    group: oneOf(['day', 'none'])
      .default('day')
      .meta({
        description: 'Entries by day and blog (`day`), or one after the other (`none`).',
        examples: ['none'],
      }),
    content: oneOf(['full', 'summary', 'title'])
      .default('full')
      .meta({
        description:
          'How much of an entry stands on the front page and on those of blogs and tags: `full`, `summary`, `title`. The page of its day has all.',
        examples: ['summary'],
      }),
    blog_full: count(0)
      .default(5)
      .meta({
        description:
          'Pages of blogs and tags: so many of the newest entries stand there whole, of the others the first words.',
        examples: [30],
      }),
    fold: count(0)
      .optional()
      .meta({
        description:
          'Front page: longer entries end after about so many words with “Read on”; 0: they stand there whole, as they do with `theme: classic`; else 400. The page of a day has all.',
        examples: [0],
      }),
    byline: oneOf(['top', 'end', 'both'])
      .default('end')
      .meta({
        description:
          'Where it says who wrote an entry and when: under its title (`top`), at its `end`, or `both`, where the entry is over a screen long.',
        examples: ['both'],
      }),
    highlight: yesOrNo()
      .default(true)
      .meta({
        description: 'Whether code stands in color, where its blog says which language it is in, or has colored it.',
        examples: [false],
      }),
    date: timeFormat('%B %d, %Y')
      .optional()
      .meta({
        description:
          'Day headings, in strftime’s letters; else `%B %d, %Y`, or as the planet’s language writes dates (`%Ex`).',
        examples: ['"%A, %d.%m.%Y"'],
      }),
    time: timeFormat('%B %d, %Y %H:%M')
      .optional()
      .meta({
        description: 'Time of an entry, in strftime’s letters; else that of a day heading, and `%H:%M`.',
        examples: ['"%d.%m.%Y, %H:%M"'],
      }),
    feed_title: checked('a title with {title} in it, for example "{blog}: {title}"', readFeedTitle)
      .optional()
      .meta({
        description:
          'Title of an entry in our feeds of several blogs: `{title}`, `{blog}` and `{author}` stand for its own; else its title alone.',
        examples: ['"{blog}: {title}"'],
      }),
    sidebar: someOf(parts)
      .default(parts)
      .meta({
        description:
          'What stands beside the entries of the front page, in this order (`outline`: its days and titles); `[]` for nothing.',
        examples: ['[feeds]'],
      }),
  },
  map('days: 10'),
)

/** `archive:`, the pages of the past. */
export const archive = z.looseObject(
  {
    keep: checked('forever or a duration, for example 2y', (given) =>
      given.toLowerCase() === 'forever' ? { value: undefined } : readDuration(given),
    )
      .prefault('forever')
      .meta({
        description: 'Entries that are older leave the pages and our feeds, never the store: `forever`, or a duration.',
        examples: ['2y'],
      }),
    pages: someOf(pages)
      .refine((given) => given.includes('day'), {
        error: 'the pages of days must be among them: links to an entry lead there; expected for example [day, month]',
      })
      .default(pages)
      .meta({ description: 'Which pages there are: `day`, `month`, `year`.', examples: ['[day, month]'] }),
    tags: z
      .union([z.literal('auto'), z.boolean()], { error: 'expected true, false or auto' })
      .default(true)
      .meta({
        description:
          'Whether each tag has a page and a feed; with `auto`, each category that `tag_min` blogs use is one, too.',
        examples: ['auto'],
      }),
    tag_min: count(1)
      .default(3)
      .meta({
        description: 'With `tags: auto`: so many blogs make a category a tag; the 5,000 that the most use are.',
        examples: [5],
      }),
    languages: yesOrNo()
      .default(false)
      .meta({
        description: 'Whether each language has a page and a feed, `/lang/de/`, where entries are in several.',
        examples: [true],
      }),
    authors: yesOrNo()
      .default(true)
      .meta({ description: 'Whether each blog has a page and a feed.', examples: [false] }),
    stats: yesOrNo()
      .default(false)
      .meta({ description: 'Whether there is a page of numbers, `/stats/`.', examples: [true] }),
    links: oneOf(['none', 'week', 'month'])
      .default('none')
      .meta({
        description:
          'A page `/links/` of what the most blogs linked to within a `week` or a `month`; `none`: there is none.',
        examples: ['week'],
      }),
  },
  map('keep: forever'),
)

/** `search:` */
export const search = yesOrNo()

/** `digest:`, feeds with one entry for each day or week. */
export const digest = someOf(['daily', 'weekly'])

export const robots = oneOf(['index', 'noindex'])

export const state = checked(
  'private, publish, or the address of a PostgreSQL database, for example ${DATABASE_URL}',
  parseState,
)

/** A name that PostgreSQL takes without quotes. */
// What begins with pg_ is PostgreSQL's own.
export const stateSchema = checked('a name of small letters, digits and _, for example planet_example', (given) =>
  /^(?!pg_|information_schema$)[a-z_][a-z0-9_]{0,62}$/.test(given) ? { value: given } : undefined,
)

const imageOptions = z.looseObject(
  {
    mode: oneOf(['remote', 'cache', 'strip'])
      .default('remote')
      .meta({
        description:
          'Where pictures come from: `remote`, from where they are; `cache`, from copies in the site; `strip`: there are none. `images: cache` says it, too.',
        examples: ['cache'],
      }),
    max_total: storeSize()
      .prefault('500MB')
      .meta({
        description: 'With `cache`: at most so much of copies is kept; those of the oldest entries go first.',
        examples: ['2GB'],
      }),
    sizes: yesOrNo()
      .default(false)
      .meta({
        description:
          'With `remote`: the beginning of each picture is fetched once, so that pages say how large it is, and nothing moves when it comes.',
        examples: [true],
      }),
  },
  map('mode: cache'),
)

/** `images:`, pictures of entries; a word alone is the mode. */
export const images = z.preprocess((given) => (typeof given === 'string' ? { mode: given } : given), imageOptions)

const link = z.object(
  {
    text: text('Website').meta({ description: 'What it is called.', examples: ['Website'] }),
    url: checked('an address, for example https://example.org or xmpp:chat@example.org', parseLinkUrl).meta({
      description: 'Where it leads.',
      examples: ['https://example.org/'],
    }),
  },
  map('text: Website'),
)

const themeOptions = z.looseObject(
  {
    base: oneOf(['planet', 'classic'])
      .optional()
      .meta({
        description:
          'The built-in theme: `planet`, or `classic`, the page as planets had it for twenty years. `theme: classic` says it, too.',
        examples: ['classic'],
      }),
    dir: checked('a folder, for example theme', parseThemePath)
      .optional()
      .meta({
        description: 'Folder of your own templates and files; what it lacks is taken from the built-in theme.',
        examples: ['theme'],
      }),
    logo: checked('an image file, for example logo.svg', parseLogoPath)
      .optional()
      .meta({ description: 'Picture in the header: SVG, PNG, JPEG, GIF, WebP or AVIF.', examples: ['logo.svg'] }),
    color: checked('a color, for example "#7a1fa2"', readColor)
      .optional()
      .meta({
        description: 'Of marks and rules; made darker or lighter where it could not be seen.',
        examples: ['"#7a1fa2"'],
      }),
    links: z
      .array(link, { error: 'expected a list, for example [{text: Website, url: https://example.org}]' })
      .default([])
      .meta({ description: 'More links in the header.', examples: ['[{text: Website, url: https://example.org}]'] }),
  },
  map('color: "#7a1fa2"'),
)

/** `theme:`, how the site looks; a word alone is the built-in theme. */
export const theme = z.preprocess((given) => (typeof given === 'string' ? { base: given } : given), themeOptions)

/** `tags:`, what tags are called. */
export const tagTitles = z.record(z.string(), text('Core team'), map('core: Core team'))

function readDuration(given: string) {
  const result = duration('1d', '1000y', '2y').safeParse(given)
  return result.success ? { value: result.data } : undefined
}

function readFeedTitle(given: string) {
  const blanks: string[] = given.match(/\{[^{}]*\}/g) ?? []
  const unknown = blanks.find((blank) => !/^\{(title|blog|author)\}$/.test(blank))
  if (unknown !== undefined) return { problem: `${quote(unknown)} is none of {title}, {blog} and {author}` }
  return blanks.includes('{title}') ? { value: given } : undefined
}

/** @returns six digits, as every use of it expects */
function readColor(given: string) {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(given) ?? []
  const digits = long ?? (short && [...short].map((digit) => digit + digit).join(''))
  return digits === undefined ? undefined : { value: `#${digits.toLowerCase()}` }
}
