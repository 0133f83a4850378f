import type { Entry, Page, Planet, Subscription } from '../../model.ts'

/**
 * Pages of every kind, once with all that a page can show and once with nothing: a theme must be able to show them all before a site is
 * touched.
 *
 * @param look the operator's own settings for the pages
 */
export function makeSamplePages(look: Planet): { planet: Planet; pages: Page[] } {
  const planet: Planet = { ...look, subscriptions, updated: at, digest: ['daily', 'weekly'], search: true }
  const entries = [makeEntry('1', whole), makeEntry('2', {})]
  const span = { older: '2020-01', newer: '2020-03' }
  const days = { older: '2020-02-01', newer: '2020-02-03' }
  const [blog, left] = subscriptions
  const none = { entries: [], more: [] }
  const pages: (Page | undefined)[] = [
    { kind: 'day', day: '2020-02-02', entries, written: ['2020-02-01', '2020-02-02', '2020-02-03'], ...days },
    { kind: 'day', day: '2020-02-02', entries, written: [], older: undefined, newer: undefined },
    { kind: 'month', month: '2020-02', entries, ...span },
    { kind: 'month', month: '2020-02', entries, older: undefined, newer: undefined },
    {
      kind: 'year',
      year: '2020',
      months: [{ month: '2020-02', entries, isWhole: false }],
      counts: new Map([['2020-02-02', 2]]),
      older: '2019',
      newer: '2021',
    },
    { kind: 'year', year: '2020', months: [], counts: new Map(), older: undefined, newer: undefined },
    { kind: 'week', week: '2020-W05', first: '2020-01-27', last: '2020-02-02', entries },
    { kind: 'titles', entries },
    { kind: 'titles', entries: [] },
    { kind: 'archive', months: ['2020-02'], counts: new Map([['2020-02-02', 2]]), topics },
    { kind: 'archive', months: [], counts: new Map() },
    blog && {
      kind: 'blog',
      subscription: blog,
      slug: 'blog',
      entries,
      newest: entries,
      more: ['2020-01'],
      postCounts: [1, 0, 2],
    },
    left && { kind: 'blog', subscription: left, slug: 'left', ...none, newest: [], postCounts: [] },
    { kind: 'tag', tag: 'tag', feeds: [feed], entries, more: ['2020-01'] },
    { kind: 'tag', tag: 'tag', feeds: [], ...none },
    { kind: 'language', language: 'ar', feeds: [feed], entries, more: ['2020-01'] },
    { kind: 'language', language: 'xx', feeds: [], ...none },
    { kind: 'blogs', order: 'last', months: ['2020-02'], postCounts: new Map([[feed, [1, 2]]]) },
    { kind: 'blogs', order: 'name', months: ['2020-02'], postCounts: new Map([[feed, [1, 2]]]) },
    {
      kind: 'links',
      span: 'week',
      links: [{ url: 'https://example.org/', title: undefined, blogs: 2, entries }],
    },
    { kind: 'links', span: 'month', links: [] },
    { kind: 'stats', ...numbers },
    { kind: 'about', text: undefined },
    { kind: 'subscribe', topics },
    { kind: 'search' },
    { kind: 'notFound' },
    { kind: 'front', entries, older: '2020-02-01', topics },
    { kind: 'front', entries: [], older: undefined },
  ]
  return { planet, pages: pages.filter((page) => page !== undefined) }
}

const numbers = {
  months: ['2020-02'],
  postCounts: new Map([['https://blog.example/feed', [2]]]),
  weekdays: [2, 0, 0, 0, 0, 0, 0],
  hours: new Array<number>(24).fill(1),
  languages: new Map([
    ['en', 1],
    ['', 1],
  ]),
}
const topics = { tags: [{ tag: 'python', name: 'Python' }], languages: ['ar', 'en'] }

const at = new Date('2020-02-02T12:00:00Z')
const feed = 'https://blog.example/feed'

const about = {
  id: undefined,
  title: 'Blog',
  subtitle: 'What it says of itself',
  link: 'https://blog.example/',
  feedUrl: undefined,
  language: 'ar',
  updated: at,
  authors: [],
  image: undefined,
  rights: undefined,
  generator: undefined,
  schedule: undefined,
}

const subscriptions: Subscription[] = [
  {
    source: { url: feed, tags: ['tag'] },
    publicUrl: feed,
    slug: 'blog',
    name: 'Blog',
    site: 'https://blog.example/',
    about,
    active: true,
    state: { kind: 'fine' },
    standing: 'active',
    span: { first: at, last: at },
    firstReadAt: at,
  },
  {
    source: { url: 'https://left.example/feed' },
    publicUrl: undefined,
    slug: 'left',
    name: 'Left',
    site: undefined,
    about: undefined,
    active: false,
    state: { kind: 'new' },
    standing: 'active',
    span: undefined,
    firstReadAt: undefined,
  },
  {
    source: { url: 'https://quiet.example/feed' },
    publicUrl: 'https://quiet.example/feed',
    slug: undefined,
    name: 'Quiet',
    site: undefined,
    about: undefined,
    active: true,
    state: { kind: 'paused' },
    standing: 'quiet',
    span: undefined,
    firstReadAt: undefined,
  },
  {
    source: { url: 'https://lost.example/feed' },
    publicUrl: 'https://lost.example/feed',
    slug: 'lost',
    name: 'Lost',
    site: undefined,
    about: undefined,
    active: true,
    state: { kind: 'gone', since: at },
    standing: 'unreachable',
    span: undefined,
    firstReadAt: undefined,
  },
]

const words = 'So many words that nobody wants to read all of them. '.repeat(60)

const whole: Partial<Entry> = {
  title: 'Title',
  titleHtml: 'Title',
  link: 'https://blog.example/1',
  summaryHtml: '<p>Summary</p>',
  contentHtml: `<p>${words}</p><pre>code</pre><table><tbody><tr><td>cell</td></tr></tbody></table><p><img src="https://blog.example/1.png" alt="" /></p><p>${words}</p>`,
  authors: [{ name: 'Ana', url: undefined, email: undefined }],
  categories: ['category', 'tag'].map((term) => ({ term, scheme: undefined, label: undefined })),
  commentsUrl: 'https://blog.example/1#comments',
  language: 'ar',
  enclosures: [{ url: 'https://blog.example/1.ogg', type: 'audio/ogg', length: 1 }],
  image: 'https://blog.example/1.png',
  alsoIn: ['https://quiet.example/feed'],
}

function makeEntry(id: string, about: Partial<Entry>): Entry {
  return {
    feed,
    id,
    publishedId: id,
    firstSeen: at,
    position: at,
    updatedShown: at,
    offFront: undefined,
    link: undefined,
    title: undefined,
    titleHtml: undefined,
    summaryHtml: undefined,
    contentHtml: undefined,
    published: at,
    updated: at,
    authors: [],
    contributors: [],
    links: [],
    source: undefined,
    categories: [],
    language: undefined,
    enclosures: [],
    image: undefined,
    commentsUrl: undefined,
    rights: undefined,
    sourceHash: '',
    alsoIn: [],
    ...about,
  }
}
