import { expect, test } from 'vitest'
import { readFeed } from './read-feed.ts'

const hour = 3_600_000
const rss = (inside: string) =>
  `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>A</title>${inside}</channel></rss>`
const none = { interval: undefined, skipHours: [], skipDays: [] }

test.each<[string, string, object | undefined]>([
  ['nothing', '', undefined],
  ['ttl', '<ttl>180</ttl>', { interval: 3 * hour }],
  ['ttl with spaces', '<ttl> 60 </ttl>', { interval: hour }],
  ['ttl 0', '<ttl>0</ttl>', undefined],
  ['ttl negative', '<ttl>-60</ttl>', undefined],
  ['ttl in words', '<ttl>one hour</ttl>', undefined],
  ['hourly', '<sy:updatePeriod>hourly</sy:updatePeriod>', { interval: hour }],
  ['in capitals, with line ends', '<sy:updatePeriod>\n Daily\n</sy:updatePeriod>', { interval: 24 * hour }],
  [
    'four times a day',
    '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
    { interval: 6 * hour },
  ],
  [
    'frequency 0 is once',
    '<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>',
    { interval: 168 * hour },
  ],
  ['a period that is none', '<sy:updatePeriod>always</sy:updatePeriod>', undefined],
  ['the longer of both', '<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>', { interval: 24 * hour }],
  ['skipHours', '<skipHours><hour>3</hour><hour>1</hour><hour>1</hour></skipHours>', { skipHours: [1, 3] }],
  ['hour 24 is midnight', '<skipHours><hour>24</hour></skipHours>', { skipHours: [0] }],
  ['skipDays', '<skipDays><day>Saturday</day><day> sunday </day><day>Someday</day></skipDays>', { skipDays: [0, 6] }],
])('H-13 H-14 a schedule: %s', async (_, inside, expected) => {
  const { about } = await readFeed(rss(inside))
  expect(about.schedule).toEqual(expected === undefined ? undefined : { ...none, ...expected })
})

test('H-14 all hours or all days are passed over with a warning', async () => {
  const hours = Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('')
  const feed = await readFeed(rss(`<skipHours>${hours}</skipHours><ttl>120</ttl>`))
  expect(feed.about.schedule).toEqual({ ...none, interval: 2 * hour })
  expect(feed.warnings).toEqual(['SCHEDULE: skipHours leaves no time to be asked at; it is passed over'])
})
