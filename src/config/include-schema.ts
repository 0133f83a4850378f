import { z } from 'zod'
import { checked, count, duration } from './checked.ts'
import { feedDefaults, tags } from './feed-schema.ts'
import { parseFeedUrl, parseListPath } from './parse-address.ts'

const place = checked('a reading list: a web address, or a file, for example team.yaml', (given) =>
  /^[a-z][a-z0-9+.-]+:/i.test(given) ? parseFeedUrl(given) : parseListPath(given),
)

const list = z.looseObject(
  {
    url: place.meta({
      description:
        'Where the list is: a web address, or a file, its path from the planet’s root. OPML, FOAF, YAML, planet.ini, CSV, Markdown, or an address a line.',
      examples: ['https://friends.example/blogroll.opml'],
    }),
    tags: tags()
      .optional()
      .meta({ description: 'What all of its feeds are filed under, beside their own tags.', examples: ['[friends]'] }),
    limit: count(1)
      .default(500)
      .meta({ description: 'Never more than so many feeds from there, whatever it says.', examples: [100] }),
    every: duration('15m', '30d', '1h')
      .optional()
      .meta({ description: 'It is asked no more often than this; else as `fetch.every` says.', examples: ['1d'] }),
    defaults: feedDefaults.optional().meta({
      description: 'Keys of a feed, for all that comes from there and does not say otherwise.',
      examples: ['{first: 3}'],
    }),
  },
  { error: 'expected the address or the file of a reading list, or keys and values with at least a url' },
)

/** One reading list. Its place alone is enough. */
export const include = z.preprocess((value) => (typeof value === 'string' ? { url: value } : value), list)
