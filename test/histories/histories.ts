import { moved, type Post, post, renderFeed, type Served } from './render-feed.ts'

/** A day in the life of some feeds: what they serve from then on, and what a person expects to see after the build. */
type Step = {
  /** Month and day of 2026, or any ISO time: the clock of the build. */
  on: string
  feeds?: Record<string, Served | undefined>
  /** Titles on the front page, from the top. */
  front: string[]
}

export type FeedHistory = {
  name: string
  /** Lines of feeds.yaml; else one feed, "/a". */
  config?: string
  steps: Step[]
  /** Ids in atom.xml after the last step, from the top: where left out, `https://a.example/TITLE` for each on the front. */
  ids?: (string | RegExp)[]
  /** Titles of all that is stored after the last step; where left out, those of the front page. */
  kept?: string[]
}

const three = [post('Three', '05-03'), post('Two', '05-02'), post('One', '05-01')]
const [third, second, first] = three as [Post, Post, Post]
/** The newest stands last. */
const four = [...three, post('Four', '05-04')]
const uuid = /^urn:uuid:/
const twoFeeds = 'feeds:\n  - /a\n  - /b'

const harbour =
  'Before sunrise the fishing boats leave their moorings, engines grumbling past lighthouse and breakwater, while gulls quarrel above nets, ropes and crates of mackerel that tired sailors carried ashore yesterday evening.'
const winter =
  'Snow covered mountain villages throughout January; children dragged wooden sledges along frozen rivers, grandmothers knitted woollen mittens beside stoves, and nobody remembered another season so silent, bright and endless.'
const garden =
  'Yesterday I planted tomatoes behind our house, where the morning light falls on raised wooden beds. Compost needs patience, and slugs returned, therefore copper bands surround every lettuce inside the greenhouse until summer evenings.'

const manyOld = Array.from({ length: 200 }, (_, index) => {
  const number = String(index + 1).padStart(3, '0')
  return post(`Old ${number}`, '01-01', { date: new Date(Date.UTC(2015, 0, 201 - index)).toISOString() })
})
const titlesOf = (posts: Post[]) => posts.map(({ title = '' }) => title)

export const histories: FeedHistory[] = [
  {
    name: 'a domain move changes all ids and links; it is undone, and done again',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-11',
        feeds: { '/a': moved(three, 'https://a.example', 'https://new.example') },
        front: ['Three', 'Two', 'One'],
      },
      {
        on: '05-12',
        feeds: { '/a': [post('Four', '05-12'), ...three] },
        front: ['Four', 'Three', 'Two', 'One'],
      },
      {
        on: '05-13',
        feeds: { '/a': moved([post('Four', '05-12'), ...three], 'https://a.example', 'http://localhost:1313') },
        front: ['Four', 'Three', 'Two', 'One'],
      },
      { on: '05-14', feeds: { '/a': [post('Four', '05-12'), ...three] }, front: ['Four', 'Three', 'Two', 'One'] },
    ],
  },
  {
    name: 'a CMS writes new dates into every post each time',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      { on: '05-11', feeds: { '/a': redated(three, '05-11', '05-11', '05-11') }, front: ['Three', 'Two', 'One'] },
      { on: '05-12', feeds: { '/a': redated(three, '05-10', '05-11', '05-12') }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-13',
        feeds: { '/a': [post('Four', '05-13'), ...redated(three, '05-13', '05-13', '05-13')] },
        front: ['Four', 'Three', 'Two', 'One'],
      },
    ],
  },
  {
    name: 'posts are edited, removed, and come back',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-11',
        feeds: { '/a': [third, { ...second, title: 'Two, corrected', updated: '2026-05-11T08:00:00Z' }, first] },
        front: ['Three', 'Two, corrected', 'One'],
      },
      { on: '05-12', feeds: { '/a': [third, first] }, front: ['Three', 'Two, corrected', 'One'] },
      { on: '05-13', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
    ],
  },
  {
    name: 'a feed is emptied, halved, reordered, and a web page for a day',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      { on: '05-11', feeds: { '/a': [] }, front: ['Three', 'Two', 'One'] },
      { on: '05-12', feeds: { '/a': [first] }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-13',
        feeds: { '/a': '<!doctype html><title>Oops</title><p>Back soon' },
        front: ['Three', 'Two', 'One'],
      },
      { on: '05-14', feeds: { '/a': undefined }, front: ['Three', 'Two', 'One'] },
      { on: '05-15', feeds: { '/a': [first, second, third] }, front: ['Three', 'Two', 'One'] },
    ],
  },
  {
    name: '200 old posts that had left the feed come back under new ids, dated today',
    steps: [
      { on: '05-01', feeds: { '/a': manyOld }, front: titlesOf(manyOld) },
      {
        on: '05-10',
        feeds: { '/a': [...three, ...manyOld.slice(0, 1)] },
        front: [...titlesOf(three), ...titlesOf(manyOld)],
      },
      {
        on: '05-11',
        feeds: {
          '/a': [...three, ...manyOld].map((one, index) => ({
            ...one,
            id: `new-${index}`,
            date: '2026-05-11T07:00:00Z',
          })),
        },
        front: [...titlesOf(three), ...titlesOf(manyOld)],
      },
    ],
    ids: [...three, ...manyOld].slice(0, 60).map(({ id = '' }) => id),
  },
  {
    name: 'two feeds share a post: it is shown once, under the one that stands first',
    config: twoFeeds,
    steps: [
      { on: '05-10', feeds: { '/a': [first], '/b': [second] }, front: ['Two', 'One'] },
      { on: '05-11', feeds: { '/a': [{ ...second, id: 'a-2' }, first] }, front: ['Two', 'One'] },
      {
        on: '05-12',
        feeds: { '/b': [{ ...first, link: 'http://www.a.example/one/', id: 'b-1' }, second] },
        front: ['Two', 'One'],
      },
    ],
    ids: [uuid, 'https://a.example/one'],
    kept: ['Two', 'One', 'Two', 'One'],
  },
  {
    name: 'two feeds use the same ids for different posts',
    config: twoFeeds,
    steps: [
      {
        on: '05-10',
        feeds: {
          '/a': [{ ...first, id: 'https://cms.example/1' }],
          '/b': [{ ...post('Other', '05-02', { link: 'https://b.example/other' }), id: 'https://cms.example/1' }],
        },
        front: ['Other', 'One'],
      },
      {
        on: '05-11',
        feeds: {
          '/b': [
            { ...post('Other, edited', '05-02', { link: 'https://b.example/other' }), id: 'https://cms.example/1' },
          ],
        },
        front: ['Other, edited', 'One'],
      },
    ],
    ids: [uuid, 'https://cms.example/1'],
  },
  {
    name: 'a feed without dates keeps its order, new ones on top, and an edit moves nothing',
    steps: [
      { on: '05-10', feeds: { '/a': undated(three) }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-11',
        feeds: { '/a': undated([post('Four', '05-01'), ...three]) },
        front: ['Four', 'Three', 'Two', 'One'],
      },
      {
        on: '05-12',
        feeds: { '/a': undated([post('Four', '05-01'), third, { ...second, text: 'Edited' }, first]) },
        front: ['Four', 'Three', 'Two', 'One'],
      },
      { on: '05-13', feeds: { '/a': undated([first, second, third]) }, front: ['Four', 'Three', 'Two', 'One'] },
    ],
  },
  {
    name: 'essays without a date are given the time of the build by their generator, over and over',
    steps: [
      { on: '05-10', feeds: { '/a': [post('Essay', '05-10'), ...three] }, front: ['Essay', 'Three', 'Two', 'One'] },
      { on: '05-20', feeds: { '/a': [post('Essay', '05-20'), ...three] }, front: ['Essay', 'Three', 'Two', 'One'] },
      {
        on: '05-25',
        feeds: { '/a': [post('Essay', '05-25'), post('Four', '05-15'), ...three] },
        front: ['Four', 'Essay', 'Three', 'Two', 'One'],
      },
    ],
  },
  {
    name: 'a post dated in the future stands where it was first seen, not on top for weeks',
    steps: [
      { on: '05-10', feeds: { '/a': [post('Soon', '12-24'), ...three] }, front: ['Soon', 'Three', 'Two', 'One'] },
      {
        on: '05-12',
        feeds: { '/a': [post('Soon', '12-24'), post('Four', '05-12'), ...three] },
        front: ['Four', 'Soon', 'Three', 'Two', 'One'],
      },
      { on: '2026-12-25T12:00:00Z', front: ['Four', 'Soon', 'Three', 'Two', 'One'] },
    ],
  },
  {
    name: 'several entries on one page; their ids change, and one is new',
    steps: [
      { on: '05-10', feeds: { '/a': onOnePage(three) }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-11',
        feeds: { '/a': onOnePage([post('Four', '05-04'), ...three]).map((one) => ({ ...one, id: `v2:${one.id}` })) },
        front: ['Four', 'Three', 'Two', 'One'],
      },
    ],
    ids: ['v2:https://a.example/four', ...three.map(({ id = '' }) => id)],
  },
  {
    name: 'titles serve as ids; one is corrected',
    steps: [
      {
        on: '05-10',
        feeds: { '/a': three.map((one) => ({ ...one, id: one.title ?? '' })) },
        front: ['Three', 'Two', 'One'],
      },
      {
        on: '05-11',
        feeds: { '/a': [third, { ...second, title: 'Zwei' }, first].map((one) => ({ ...one, id: one.title ?? '' })) },
        front: ['Three', 'Zwei', 'One'],
      },
    ],
    ids: [uuid, uuid, uuid],
  },
  {
    name: 'a redesign: another host and generator, no id stays, the paths do',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-11',
        feeds: {
          '/a': {
            site: 'https://anew.example/',
            language: 'en-GB',
            posts: moved([post('Four', '05-11'), ...three], 'https://a.example', 'https://anew.example'),
          },
        },
        front: ['Four', 'Three', 'Two', 'One'],
      },
    ],
    ids: ['https://anew.example/four', ...three.map(({ id = '' }) => id)],
  },
  {
    name: 'a flood of posts never seen before: the newest per_day come to the front',
    config: 'defaults: {per_day: 2}\nfeeds:\n  - /a',
    steps: [
      { on: '05-10', feeds: { '/a': [first] }, front: ['One'] },
      {
        on: '05-11',
        feeds: { '/a': [post('Six', '05-06'), post('Five', '05-05'), post('Four', '05-04'), ...three] },
        front: ['Six', 'Five', 'One'],
      },
      {
        on: '05-12',
        feeds: { '/a': [post('Seven', '05-12'), post('Six', '05-06'), post('Five', '05-05')] },
        front: ['Seven', 'Six', 'Five', 'One'],
      },
    ],
    kept: ['Seven', 'Six', 'Five', 'Four', 'Three', 'Two', 'One'],
  },
  {
    name: 'one id stands twice in one version: the first is taken, and stays the one',
    steps: [
      {
        on: '05-10',
        feeds: { '/a': [second, { ...first, id: second.id ?? '', link: second.link ?? '' }] },
        front: ['Two'],
      },
      {
        on: '05-11',
        feeds: { '/a': [third, second, { ...first, id: second.id ?? '', link: second.link ?? '' }] },
        front: ['Three', 'Two'],
      },
      { on: '05-12', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
    ],
  },
  {
    name: 'no ids, and the links carry another campaign each time',
    steps: [
      { on: '05-10', feeds: { '/a': campaign(three, 'may') }, front: ['Three', 'Two', 'One'] },
      { on: '05-11', feeds: { '/a': campaign(three, 'june') }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-12',
        feeds: { '/a': campaign([post('Four', '05-12'), ...three], 'may') },
        front: ['Four', 'Three', 'Two', 'One'],
      },
    ],
    ids: [/four/, /three/, /two/, /one/],
  },
  {
    name: 'neither ids nor links, and every title every week the same',
    steps: [
      { on: '05-10', feeds: { '/a': [weekly('05-08'), weekly('05-01')] }, front: ['This week', 'This week'] },
      {
        on: '05-16',
        feeds: { '/a': [weekly('05-15'), weekly('05-08')] },
        front: ['This week', 'This week', 'This week'],
      },
      {
        on: '05-17',
        feeds: { '/a': [weekly('05-15'), weekly('05-08'), weekly('05-01')] },
        front: ['This week', 'This week', 'This week'],
      },
    ],
    ids: [uuid, uuid, uuid],
  },
  {
    name: 'two posts of one day have one title, and all ids change: the links tell them apart',
    steps: [
      { on: '05-10', feeds: { '/a': sameTitle('') }, front: ['Release', 'Release'] },
      { on: '05-11', feeds: { '/a': sameTitle('?') }, front: ['Release', 'Release'] },
      { on: '05-12', feeds: { '/a': sameTitle('') }, front: ['Release', 'Release'] },
    ],
    ids: ['https://a.example/b', 'https://a.example/a'],
  },
  {
    name: 'a post is renamed, slug and all, under its id; then another takes the old address',
    steps: [
      { on: '05-10', feeds: { '/a': [{ ...first, id: 'tag:a.example,2026:1' }] }, front: ['One'] },
      {
        on: '05-11',
        feeds: { '/a': [{ ...first, id: 'tag:a.example,2026:1', title: 'Uno', link: 'https://a.example/uno' }] },
        front: ['Uno'],
      },
      {
        on: '05-12',
        feeds: {
          '/a': [
            { ...first, id: 'tag:a.example,2026:2', date: '2026-05-12T09:00:00Z' },
            { ...first, id: 'tag:a.example,2026:1', title: 'Uno', link: 'https://a.example/uno' },
          ],
        },
        front: ['One', 'Uno'],
      },
    ],
    ids: ['tag:a.example,2026:2', 'tag:a.example,2026:1'],
  },
  {
    name: 'ids are places in the feed: nothing is lost, nothing changes its place',
    steps: [
      { on: '05-10', feeds: { '/a': numbered(three.slice(1)) }, front: ['Two', 'One'] },
      { on: '05-11', feeds: { '/a': numbered(three) }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-12',
        feeds: { '/a': numbered([post('Four', '05-12'), ...three.slice(0, 2)]) },
        front: ['Four', 'Three', 'Two', 'One'],
      },
    ],
    ids: [uuid, uuid, uuid, uuid],
  },
  {
    name: 'a feed is published anew: other ids, addresses with the day, all dates of today, the same texts',
    steps: [
      { on: '05-10', feeds: { '/a': told(three) }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-20',
        feeds: {
          '/a': told(three).map((one) => ({
            ...one,
            date: '2026-05-20T09:00:00Z',
            id: `https://a.example/2026/05/20/${one.title?.toLowerCase()}`,
            link: `https://a.example/2026/05/20/${one.title?.toLowerCase()}`,
          })),
        },
        front: ['Three', 'Two', 'One'],
      },
    ],
  },
  {
    name: 'a blog moves to another program: other ids, addresses, dates and markup, the same titles and words',
    steps: [
      { on: '05-10', feeds: { '/a': told(three) }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-20',
        feeds: {
          '/a': [post('Four', '05-20', { id: 'p4', link: 'https://a.example/p/4' }), ...told(three)].map(
            (one, index) => ({
              ...one,
              ...(index === 0
                ? {}
                : {
                    date: `2026-05-20T0${9 - index}:00:00Z`,
                    id: `p${index}`,
                    link: `https://a.example/p/${index}`,
                    text: `<div class="post"><p>\n${one.text}\n</p></div>`,
                  }),
            }),
          ),
        },
        front: ['Four', 'Three', 'Two', 'One'],
      },
    ],
    ids: [uuid, ...['three', 'two', 'one'].map((name) => `https://a.example/${name}`)],
  },
  {
    name: 'notes without date and page, whose ids are others at each request: each is there once, and a new one is new',
    steps: [
      {
        on: '05-10',
        feeds: { '/a': notes('a', 'Up again', 'Down for an hour', 'Moved') },
        front: ['Up again', 'Down for an hour', 'Moved'],
      },
      {
        on: '05-11',
        feeds: { '/a': notes('b', 'Up again', 'Down for an hour', 'Moved') },
        front: ['Up again', 'Down for an hour', 'Moved'],
      },
      {
        on: '05-12',
        feeds: { '/a': notes('c', 'Down once more', 'Up again', 'Down for an hour') },
        front: ['Down once more', 'Up again', 'Down for an hour', 'Moved'],
      },
      {
        on: '05-13',
        feeds: { '/a': notes('d', 'Down once more', 'Up again', 'Down for an hour') },
        front: ['Down once more', 'Up again', 'Down for an hour', 'Moved'],
      },
    ],
    ids: [uuid, uuid, uuid, uuid],
  },
  {
    name: 'a feed of one note without date and page, under another id at each request',
    steps: [
      { on: '05-10', feeds: { '/a': notes('a', 'All is well') }, front: ['All is well'] },
      { on: '05-11', feeds: { '/a': notes('b', 'All is well') }, front: ['All is well'] },
      { on: '05-12', feeds: { '/a': notes('c', 'All is not well') }, front: ['All is not well', 'All is well'] },
    ],
    ids: [uuid, uuid],
  },
  {
    name: 'two posts that a feed repeats every week, under new ids, are new every week but for their letters',
    steps: [
      {
        on: '05-08',
        feeds: {
          '/a': [
            post('Links', '05-08', { id: 'l1', link: 'https://a.example/l1', text: 'These are the links of May 8' }),
          ],
        },
        front: ['Links'],
      },
      {
        on: '05-15',
        feeds: {
          '/a': [
            post('Links', '05-15', { id: 'l2', link: 'https://a.example/l2', text: 'These are the links of May 15' }),
          ],
        },
        front: ['Links', 'Links'],
      },
    ],
    ids: [uuid, uuid],
  },
  {
    name: 'another program writes typographic quotes and dashes, and all ids and addresses are new',
    steps: [
      {
        on: '05-10',
        feeds: {
          '/a': [post('It\'s "one" - now', '05-02', { id: 'q1', link: 'https://a.example/?p=1' }), ...three.slice(2)],
        },
        front: ['It\'s "one" - now', 'One'],
      },
      {
        on: '05-11',
        feeds: {
          '/a': [post('It’s “one” – now', '05-02', { id: 'r1', link: 'https://a.example/n/one' }), ...three.slice(2)],
        },
        front: ['It’s “one” – now', 'One'],
      },
    ],
    ids: [uuid, 'https://a.example/one'],
  },
  {
    name: 'one guid for all that a feed ever says, one entry at a time: each is an entry; one is edited, one comes back',
    steps: [
      { on: '05-10', feeds: { '/a': [sharedId(first)] }, front: ['One'] },
      { on: '05-11', feeds: { '/a': [sharedId(second)] }, front: ['Two', 'One'] },
      { on: '05-12', feeds: { '/a': [{ ...sharedId(second), text: 'Edited' }] }, front: ['Two', 'One'] },
      { on: '05-13', feeds: { '/a': [{ ...sharedId(second), title: 'Two, too' }] }, front: ['Two, too', 'One'] },
      { on: '05-14', feeds: { '/a': [sharedId(third)] }, front: ['Three', 'Two, too', 'One'] },
      { on: '05-15', feeds: { '/a': [sharedId(first)] }, front: ['Three', 'Two, too', 'One'] },
      { on: '05-16', feeds: { '/a': [third, second, first].map(sharedId) }, front: ['Three', 'Two', 'One'] },
    ],
    ids: [uuid, uuid, uuid].map((_, index) => three[index]?.link ?? '').with(2, 'https://a.example/feed'),
  },
  {
    name: 'one guid for all: the second gets a title with a word of the first, the third has one, and a text of its own',
    steps: [
      {
        on: '05-10',
        feeds: { '/a': [sharedId({ ...first, title: 'On gardens', text: garden })] },
        front: ['On gardens'],
      },
      { on: '05-11', feeds: { '/a': [sharedId({ ...second, text: harbour })] }, front: ['Two', 'On gardens'] },
      {
        on: '05-12',
        feeds: { '/a': [sharedId({ ...second, title: 'Two gardens', text: harbour })] },
        front: ['Two gardens', 'On gardens'],
      },
      {
        on: '05-13',
        feeds: { '/a': [sharedId({ ...third, title: 'Other gardens', text: winter })] },
        front: ['Other gardens', 'Two gardens', 'On gardens'],
      },
    ],
    ids: ['https://a.example/three', 'https://a.example/two', 'https://a.example/feed'],
  },
  {
    name: 'one of two is written anew under its id, with another title, address, date and text: it is the same, at its place',
    steps: [
      { on: '05-10', feeds: { '/a': [second, first] }, front: ['Two', 'One'] },
      {
        on: '05-11',
        feeds: { '/a': [second, { ...post('Tomatoes', '05-11'), id: first.id ?? '' }] },
        front: ['Two', 'Tomatoes'],
      },
    ],
    ids: [second.id ?? '', first.id ?? ''],
  },
  {
    name: 'a post is written anew under its id: another title, address, date and text that keeps what it was about',
    steps: [
      { on: '05-10', feeds: { '/a': [{ ...first, id: 'p1', text: garden }] }, front: ['One'] },
      {
        on: '05-11',
        feeds: {
          '/a': [{ ...post('Tomatoes', '05-11'), id: 'p1', text: `What I learned since: ${garden} Then they froze.` }],
        },
        front: ['Tomatoes'],
      },
    ],
    ids: [uuid],
  },
  {
    name: 'one post twice in a version, under http and https, and under two ids: it is one',
    steps: [
      {
        on: '05-10',
        feeds: {
          '/a': [
            second,
            { ...second, id: 'http://a.example/two', link: 'http://a.example/two' },
            first,
            { ...first, id: 'urn:1' },
          ],
        },
        front: ['Two', 'One'],
      },
      { on: '05-11', feeds: { '/a': [{ ...first, id: 'urn:1' }, first, second] }, front: ['Two', 'One'] },
    ],
  },
  {
    name: 'short texts, and all ids, addresses and days are others',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-20',
        feeds: {
          '/a': three.map((one, index) => ({
            ...one,
            id: `n${index}`,
            link: `https://a.example/n/${index}`,
            date: `2026-05-20T0${9 - index}:00:00Z`,
          })),
        },
        front: ['Three', 'Two', 'One'],
      },
    ],
  },
  {
    name: 'a short post is put right in title, address and id at once, and the next of its day comes when it is gone',
    steps: [
      { on: '05-10', feeds: { '/a': [meeting('One', '09:13:25')] }, front: ['One'] },
      { on: '05-11', feeds: { '/a': [meeting('Uno', '09:13:25')] }, front: ['Uno'] },
      { on: '05-12', feeds: { '/a': [meeting('Day', '00:00:00')] }, front: ['Uno', 'Day'] },
      { on: '05-13', feeds: { '/a': [meeting('Same day', '00:00:00')] }, front: ['Uno', 'Same day', 'Day'] },
    ],
    ids: ['https://a.example/one', 'https://a.example/same-day', 'https://a.example/day'],
  },
  {
    name: 'short texts; a new program with addresses of its own has lost the time zone',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      {
        on: '05-20',
        feeds: {
          '/a': three.map((one, index) => ({
            ...one,
            id: `n${index}`,
            link: `https://a.example/n/${index}`,
            date: one.date?.replace('T09', 'T23').replace(/-0(\d)T/, (_, day) => `-0${Number(day) - 1}T`) ?? '',
          })),
        },
        front: ['Three', 'Two', 'One'],
      },
    ],
  },
  {
    name: 'a blog moves, and shows all of its past in another order of folders, without dates',
    steps: [
      { on: '05-05', feeds: { '/a': walks(5) }, front: ['Walk 5', 'Walk 4', 'Walk 3', 'Walk 2', 'Walk 1'] },
      {
        on: '05-08',
        feeds: { '/a': walks(8).slice(0, 3) },
        front: ['Walk 8', 'Walk 7', 'Walk 6', 'Walk 5', 'Walk 4', 'Walk 3', 'Walk 2', 'Walk 1'],
      },
      {
        on: '05-10',
        feeds: {
          '/a': [
            ...undated([post('Ten', '05-10')]),
            ...undated(walks(8)).map((one) => {
              const link = one.link?.replace('/2026/05/', '/posts/') ?? ''
              return { ...one, id: link, link }
            }),
          ],
        },
        front: ['Ten', 'Walk 8', 'Walk 7', 'Walk 6', 'Walk 5', 'Walk 4', 'Walk 3', 'Walk 2', 'Walk 1'],
      },
    ],
    ids: ['https://a.example/ten', ...walks(8).map(({ link = '' }) => link)],
  },
  {
    name: 'a feed is cut off: in a post that we know, in the address of a new one, and in the text of that',
    steps: [
      { on: '05-10', feeds: { '/a': told(three) }, front: ['Three', 'Two', 'One'] },
      { on: '05-11', feeds: { '/a': cutOff(told(three), 'Two told at') }, front: ['Three', 'Two', 'One'] },
      { on: '05-12', feeds: { '/a': cutOff(told(four), 'https://a.example/fo') }, front: ['Three', 'Two', 'One'] },
      { on: '05-13', feeds: { '/a': cutOff(told(four), 'Four told') }, front: ['Four', 'Three', 'Two', 'One'] },
      { on: '05-14', feeds: { '/a': told(four) }, front: ['Four', 'Three', 'Two', 'One'] },
    ],
  },
  {
    name: 'a programme that is the same every day is new every day',
    config: 'defaults: {takeover: ignore}\nfeeds:\n  - /a',
    steps: [
      { on: '05-10', feeds: { '/a': programme('05-10') }, front: ['Night', 'Noon', 'Dawn'] },
      {
        on: '05-11',
        feeds: { '/a': programme('05-11') },
        front: ['Night', 'Noon', 'Dawn', 'Night', 'Noon', 'Dawn'],
      },
    ],
    ids: [uuid, uuid, uuid, uuid, uuid, uuid],
  },
  {
    name: 'neither ids nor dates, and links with the number of a visit: each is there once',
    steps: [
      { on: '05-10', feeds: { '/a': visited('aaa') }, front: ['Three', 'Two', 'One'] },
      { on: '05-11', feeds: { '/a': visited('bbb') }, front: ['Three', 'Two', 'One'] },
    ],
    ids: three.map(({ link }) => `${link}?PHPSESSID=aaa`),
  },
  {
    name: 'a new feed brings its newest to the front, and what it serves later is new',
    config: 'defaults: {first: 1}\nfeeds:\n  - /b',
    steps: [
      { on: '05-10', feeds: { '/b': [post('B', '05-01', { id: 'b', link: 'https://b.example/b' })] }, front: ['B'] },
    ],
    ids: [uuid],
  },
  {
    name: 'half of the ids change at once, by a slash at the end; the rest a day later',
    steps: [
      { on: '05-10', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
      { on: '05-11', feeds: { '/a': [slashed(third), second, first] }, front: ['Three', 'Two', 'One'] },
      { on: '05-12', feeds: { '/a': three.map(slashed) }, front: ['Three', 'Two', 'One'] },
      { on: '05-13', feeds: { '/a': three }, front: ['Three', 'Two', 'One'] },
    ],
  },
]

function redated(posts: Post[], ...days: string[]): Post[] {
  return posts.map((one, index) => ({ ...one, date: `2026-${days[index]}T09:00:00Z` }))
}

function meeting(title: string, time: string): Post {
  return post(title, '05-01', { date: `2026-05-01T${time}Z`, text: 'We meet on Monday at nine in the old hall.' })
}

/** With an id that all of the feed has. */
function sharedId(one: Post): Post {
  return { ...one, id: 'https://a.example/feed' }
}

function programme(day: string): Post[] {
  return ['Night', 'Noon', 'Dawn'].map((title, index) => ({
    id: `${day} ${index}`,
    link: `https://a.example/on/${day}/${index}`,
    title,
    date: `2026-${day}T0${8 - 3 * index}:00:00Z`,
    text: `Music for ${title}`,
  }))
}

function visited(visit: string): Post[] {
  return undated(three).map(({ id: _id, ...one }) => ({ ...one, link: `${one.link}?PHPSESSID=${visit}` }))
}

function undated(posts: Post[]): Post[] {
  return posts.map(({ date: _date, ...one }) => one)
}

function onOnePage(posts: Post[]): Post[] {
  return posts.map((one) => ({ ...one, link: 'https://a.example/news' }))
}

/** Ids that count from the top. */
function notes(run: string, ...titles: string[]): Post[] {
  return titles.map((title, index) => ({ id: `${run}-${index}`, title, text: `${title}.` }))
}

/** With ids that are places in the feed. */
function numbered(posts: Post[]): Post[] {
  return posts.map((one, index) => ({ ...one, id: `${index + 1}` }))
}

/** A post a day, the newest first. */
function walks(count: number): Post[] {
  return Array.from({ length: count }, (_, index) => {
    const day = `0${count - index}`
    const link = `https://a.example/2026/05/walk-number-${count - index}/`
    return { id: link, link, title: `Walk ${count - index}`, date: `2026-05-${day}T09:00:00Z` }
  })
}

/** A document that ends behind these words. */
function cutOff(posts: Post[], end: string): string {
  const whole = renderFeed('/a', posts)
  return whole.slice(0, whole.indexOf(end) + end.length)
}

/** With a text that nobody writes twice. */
function told(posts: Post[]): Post[] {
  return posts.map((one) => ({ ...one, text: `${one.title} told at length. `.repeat(20) }))
}

function campaign(posts: Post[], name: string): Post[] {
  return posts.map(({ id: _id, ...one }) => ({ ...one, link: `${one.link}?utm_source=rss&utm_campaign=${name}` }))
}

function weekly(day: string): Post {
  return { title: 'This week', date: `2026-${day}T09:00:00Z`, text: `What happened until ${day}` }
}

function sameTitle(end: string): Post[] {
  return ['b', 'a'].map((name, index) => ({
    id: `https://a.example/${name}${end}`,
    link: `https://a.example/${name}`,
    title: 'Release',
    date: `2026-05-01T${11 - index}:00:00Z`,
  }))
}

function slashed(one: Post): Post {
  return { ...one, id: `${one.id}/`, link: `${one.link}/` }
}
