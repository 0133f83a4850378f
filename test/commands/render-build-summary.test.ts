import { expect, test } from 'vitest'
import type { BuildReport, FeedReport } from '../../src/build-report.ts'
import { renderBuildSummary, renderFeedLine } from '../../src/commands/render-build-summary.ts'
import { makeLine } from '../../src/text/make-line.ts'

function makeFeed(about: Partial<FeedReport>): FeedReport {
  return {
    url: 'https://a.example/feed',
    name: 'A Blog',
    result: 'unchanged',
    status: 304,
    nextDue: undefined,
    added: 0,
    changed: 0,
    heldBack: 0,
    problem: undefined,
    neverWorked: false,
    failingSince: undefined,
    warnings: [],
    titles: [],
    notices: [],
    milliseconds: 300,
    ...about,
  }
}

const fresh = makeFeed({ result: 'new-entries', status: 200, added: 2, titles: ['One', 'Two'] })
const failed = makeFeed({
  name: 'B',
  result: 'failed',
  status: 503,
  problem: { code: 'HTTP_STATUS', message: 'answered 503' },
})
const report = (about: Partial<BuildReport>): BuildReport => {
  return {
    feeds: [],
    outage: false,
    isOutageNews: false,
    filtered: { hidden: 0, back: 0 },
    written: [],
    deleted: [],
    files: 12,
    warnings: [],
    work: { entriesConformed: 0, entriesRead: 0, entriesRendered: 0, filesMade: 0, bytesWritten: 0 },
    milliseconds: 2400,
    ...about,
  }
}

const page = makeFeed({
  ...{ url: 'https://team.example/', name: 'Team News', result: 'failed', status: 200, neverWorked: true },
  problem: {
    code: 'HTML',
    message:
      'is a web page (HTML), not a feed; the feeds that it announces are https://team.example/posts.xml, https://team.example/comments.xml (comments)',
  },
})

const summaries = [
  {
    name: 'news',
    report: report({
      feeds: [fresh, makeFeed({}), makeFeed({ result: 'not-due', status: undefined }), failed],
      written: ['index.html', 'atom.xml'],
    }),
    text: [
      'New        2 entries from 1 feed',
      '             A Blog                          2   One · Two',
      'Unchanged  2 feeds (1 × 304, 1 not due yet)',
      'Failed     1 feed; its earlier entries stay',
      '             B                             answered 503',
      '',
      'Wrote public/: 2 of 12 files changed.  2.4 s',
    ],
  },
  {
    name: 'no news',
    report: report({ feeds: [makeFeed({}), makeFeed({})] }),
    text: ['No news. 2 feeds: 2 unchanged.  2.4 s'],
  },
  {
    name: 'no news but a failure',
    report: report({ feeds: [makeFeed({}), failed] }),
    text: [
      'No news. 2 feeds: 1 unchanged, 1 failing.  2.4 s',
      'Failed     1 feed; its earlier entries stay',
      '             B                             answered 503',
    ],
  },
  {
    name: 'nobody was due',
    report: report({
      feeds: [
        ...Array.from({ length: 10 }, () => makeFeed({ result: 'not-due', status: undefined })),
        ...Array.from({ length: 2 }, () => ({ ...failed, result: 'not-due' as const })),
      ],
    }),
    text: ['12 feeds: 10 not due, 2 failing (planet status --failing).  2.4 s'],
  },
  {
    name: 'each feed counts once',
    report: report({
      feeds: [
        makeFeed({}),
        makeFeed({ result: 'not-due' }),
        makeFeed({ result: 'paused' }),
        makeFeed({ result: 'waiting', status: 429 }),
        makeFeed({ result: 'not-due', problem: { code: 'GONE', message: '410' } }),
        makeFeed({ result: 'not-due', problem: { code: 'QUARANTINED', message: 'x' } }),
      ],
    }),
    text: [
      'No news. 6 feeds: 1 unchanged, 1 not due, 1 paused, 1 asked to wait, 1',
      '  quarantined, 1 gone (planet status --failing).  2.4 s',
      'Waiting    1 feed, as the server asked',
      '             A Blog                        answered 429',
    ],
  },
  {
    name: 'news, while others fail and are not asked',
    report: report({ feeds: [fresh, { ...failed, result: 'not-due' }], written: ['index.html'] }),
    text: [
      'New        2 entries from 1 feed',
      '             A Blog                          2   One · Two',
      'Failing    1 feed, not asked this time: planet status --failing',
      '',
      'Wrote public/: 1 of 12 files changed.  2.4 s',
    ],
  },
  {
    name: 'a page in place of a feed: all of what mends it, wrapped',
    report: report({ feeds: [page] }),
    text: [
      'No news. 1 feed: 1 failing.  2.4 s',
      'Failed     1 feed',
      '             Team News',
      '               has never worked: is a web page (HTML), not a feed; the feeds',
      '                 that it announces are https://team.example/posts.xml,',
      '                 https://team.example/comments.xml (comments)',
      '               feeds.yaml, line 4: - https://team.example/',
      '               write the address of a feed there, or let this look for it:',
      '                 planet add https://team.example/',
    ],
  },
  {
    name: 'edits',
    report: report({ feeds: [makeFeed({ result: 'changed', changed: 3 })], written: ['index.html'] }),
    text: ['Changed    1 feed', '', 'Wrote public/: 1 of 12 files changed.  2.4 s'],
  },
  {
    name: 'a flood, a move, one that asks to wait until later, one that fails for days',
    report: report({
      feeds: [
        makeFeed({ ...fresh, name: 'Crypto Notes', added: 52, heldBack: 47 }),
        makeFeed({
          name: 'yax.im',
          notices: [
            {
              code: 'MOVED',
              message:
                'moved for good to https://yaxim.example/atom.xml, which is asked from now on; planet moved --apply writes it into feeds.yaml',
            },
          ],
        }),
        makeFeed({ result: 'waiting', status: 503, nextDue: new Date('2026-03-01T17:05:00Z') }),
        { ...failed, failingSince: new Date('2026-02-27T12:00:00Z'), nextDue: new Date('2026-03-02T01:40:00Z') },
      ],
      written: ['index.html'],
    }),
    text: [
      'New        5 entries from 1 feed',
      '             Crypto Notes                    5   held back 47 more (a flood)',
      'Unchanged  1 feed (1 × 304)',
      'Waiting    1 feed, as the server asked',
      '             A Blog                        answered 503, not asked before 17:05',
      'Moved      1 feed',
      '             yax.im',
      '               moved for good to https://yaxim.example/atom.xml, which is asked',
      '                 from now on; planet moved --apply writes it into feeds.yaml',
      'Failed     1 feed; its earlier entries stay',
      '             B',
      '               failing 2 d, not asked before 2026-03-02 01:40: answered 503',
      '',
      'Wrote public/: 1 of 12 files changed.  2.4 s',
    ],
  },
  { name: 'offline, all written already', report: report({}), text: ['The site is up to date.  2.4 s'] },
]

const writeTime = (instant: Date) => `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`

test.each(summaries)('the summary of a build: $name', async ({ report, text }) => {
  const findRemedy = async (feed: FeedReport) =>
    feed === page
      ? [
          { text: 'feeds.yaml, line 4: - https://team.example/' },
          { text: 'write the address of a feed there, or let this look for it:' },
          { command: 'planet add https://team.example/' },
        ]
      : []
  const columns = report.feeds.includes(page) ? 76 : 80
  const clock = { now: new Date('2026-03-01T14:00:00Z'), writeTime }
  const summary = await renderBuildSummary(report, 'public', columns, { findRemedy, clock })
  expect(summary.trimEnd().split('\n')).toEqual(text)
})

const firstHalves = [
  {
    feeds: [fresh],
    dryRun: false,
    text: [
      'New        2 entries from 1 feed',
      '             A Blog                          2   One · Two',
      '',
      'Stored; planet render writes the site.  2.4 s',
    ],
  },
  { feeds: [fresh], dryRun: true, text: [expect.anything(), expect.anything(), '', 'Nothing was stored.  2.4 s'] },
  { feeds: [makeFeed({})], dryRun: false, text: ['No news. 1 feed: 1 unchanged.  2.4 s'] },
  { feeds: [], dryRun: false, text: ['There is nobody to ask.  2.4 s'] },
]

test.each(firstHalves)('the summary of a fetch, $dryRun: $text', async ({ feeds, dryRun, text }) => {
  const summary = await renderBuildSummary(report({ feeds }), 'public', 80, { part: 'fetch', dryRun })
  expect(summary.trimEnd().split('\n')).toEqual(text)
})

test('O-04 long names and titles end in …, wide letters take two columns', async () => {
  const feed = makeFeed({ ...fresh, name: '港のメモ', titles: ['翻訳が百パーセントになった日', 'x'.repeat(100)] })
  const summary = await renderBuildSummary(report({ feeds: [feed] }), 'public', 60)
  const line = summary.split('\n')[1]
  expect(line).toBe('             港のメモ                        2   翻訳が百パ…')
})

const lines = [
  { feed: fresh, line: 'A Blog <https://a.example/feed>: 200, 2 new entries (0.3 s)' },
  { feed: makeFeed({}), line: 'A Blog <https://a.example/feed>: 304, nothing new (0.3 s)' },
  {
    feed: makeFeed({ result: 'not-due', nextDue: new Date('2026-03-01T12:00:30Z') }),
    line: 'A Blog <https://a.example/feed>: not due before 2026-03-01 12:00 UTC',
  },
  { feed: makeFeed({ result: 'not-due' }), line: 'A Blog <https://a.example/feed>: not asked any more' },
  { feed: makeFeed({ result: 'paused' }), line: 'A Blog <https://a.example/feed>: paused in feeds.yaml' },
  {
    feed: makeFeed({ result: 'changed', status: 200, changed: 1 }),
    line: 'A Blog <https://a.example/feed>: 200, 1 entry changed (0.3 s)',
  },
  { feed: failed, line: 'B <https://a.example/feed>: answered 503; its earlier entries stay (0.3 s)' },
  {
    feed: { ...fresh, warnings: ['ILL_FORMED: x'] },
    line: 'A Blog <https://a.example/feed>: 200, 2 new entries; ILL_FORMED: x (0.3 s)',
  },
]

test.each(lines)('--verbose: $line', ({ feed, line }) => {
  expect(renderFeedLine(feed, writeTime)).toBe(line)
})

const hostile = [
  { name: 'terminal escapes', text: 'a\u001b[31mb\u0007', shown: 'a [31mb' },
  { name: 'C1 controls', text: 'a\u009b31mb', shown: 'a 31mb' },
  { name: 'line breaks', text: 'a\r\nplanet: b', shown: 'a planet: b' },
  { name: 'text that runs backwards', text: 'a\u202eb', shown: 'a b' },
]

test.each(hostile)('nothing of a feed reaches the terminal but text: $name', ({ text, shown }) => {
  expect(makeLine(text)).toBe(shown)
})
