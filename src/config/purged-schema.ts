import { z } from 'zod'
import { checked, text } from './checked.ts'
import { parseFeedUrl } from './parse-address.ts'

const purgeEntries = z.looseObject(
  {
    entry: text('https://bob.example/private-post')
      .optional()
      .meta({
        description: 'Link or id: all entries with it go. With `feed`: the id of one entry there.',
        examples: ['https://bob.example/private-post'],
      }),
    feed: checked('the address of a feed, for example https://blog.example/feed.xml', parseFeedUrl)
      .optional()
      .meta({
        description:
          'Address of the feed whose entry goes; without `entry`, of one all of whose entries go: it is not asked any more, also where it is listed.',
        examples: ['https://frank.example/feed'],
      }),
    reason: text('asked by the author')
      .optional()
      .meta({ description: 'Why, for those who ask.', examples: ['asked by the author'] }),
  },
  { error: 'expected the link or id of an entry, or "feed: https://frank.example/feed"' },
)

/** Link or id of an entry alone are enough. */
export const purged = z
  .preprocess((value) => (typeof value === 'string' ? { entry: value } : value), purgeEntries)
  .check(({ value, issues }) => {
    if (value.entry === undefined && value.feed === undefined) {
      const message = 'expected the link or id of an entry, or "feed: https://frank.example/feed"'
      issues.push({ code: 'custom', message, input: value })
    }
  })
