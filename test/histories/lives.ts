import { moved, type Post, post, renderFeed, type Served } from './render-feed.ts'

/** What a feed serves on each of some days; `undefined`: 404. The last is what it is judged by. */
export type Life = { name: string; days: [time: string, served: Served | undefined][] }

const garden = [
  'Yesterday I planted tomatoes behind our house, where the morning light falls on raised wooden beds.',
  'Compost needs patience: autumn leaves, kitchen scraps and coffee grounds become dark soil after twelve months.',
  'Winter protection for figs: wrap branches with straw, cover roots using bark mulch, remember watering before frost.',
  'Three kinds of beans climb along hazel poles; purple flowers attract bumblebees throughout summer evenings.',
  'Slugs returned this spring, therefore copper bands surround every lettuce plant inside the greenhouse.',
]
const casino = [
  'Register today and receive bonus credit: slots, roulette and poker tables with the highest winning chances online.',
  'Jackpot players celebrate enormous payouts; deposit instantly using cryptocurrency and withdraw profits within minutes.',
  'Exclusive promotion code unlocks unlimited free spins across hundreds of popular gambling machines this weekend.',
  'Betting experts reveal secret strategies: football odds, basketball handicaps and virtual horse racing predictions.',
  'Download our mobile application, invite friends and collect loyalty rewards every single gaming session.',
]

/** Five posts of a weekly blog, the newest of May 2. */
const days = ['05-02', '04-25', '04-18', '04-11', '04-04']
export const blog = days.map((day, index) => post(`Garden ${5 - index}`, day, { text: garden[index] ?? '' }))
const [newest] = blog as [Post]

/** As many posts of somebody else, at addresses of their own. */
const spam = (day: string, host = 'a.example'): Post[] =>
  casino.map((text, index) => {
    const link = `https://${host}/win-${day}-${index}`
    return { id: link, link, title: `Win ${day} ${index}`, date: `2026-${day}T0${index}:00:00Z`, text }
  })

/** The same posts under the ids that WordPress counts. */
const counted = (posts: Post[], numbers = [9, 7, 5, 1, 3]): Post[] =>
  posts.map((one, index) => {
    const id = `https://a.example/?p=${numbers[index]}`
    return { ...one, id, link: id }
  })

const may = (day: number, hour = 12) =>
  `2026-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`
const read: Life['days'] = [[may(3), blog]]
const hostile = { title: 'Casino', site: 'https://casino.example/', language: 'id' }

/** Twenty items of the hour before: a robot gathers so many in each. */
const gathered = (hour: number): Post[] =>
  Array.from({ length: 20 }, (_, index) => {
    const date = new Date(+new Date(may(3, hour)) - index * 180_000).toISOString()
    return post(`News of ${hour} ${index}`, '05-03', { date })
  })
const daily = (from: number, count: number): Post[] =>
  Array.from({ length: count }, (_, index) => post(`Day ${from - index}`, '05-01', { date: may(from - index, 8) }))

const signed = (posts: Post[], author: string): Post[] => posts.map((one) => ({ ...one, author }))
const burst = Array.from({ length: 5 }, (_, index) => post(`Talk ${index}`, '05-10', { date: may(10, 12 + index) }))

/** Lives of blogs that are still what they were: nothing of them is held back. */
export const honest: Life[] = [
  {
    name: 'a robot gathers news: nothing is the same after an hour',
    days: [9, 10, 11, 12].map((hour) => [may(3, hour), gathered(hour)]),
  },
  {
    name: 'a robot gathers news, and is renamed',
    days: [9, 10, 11, 12].map((hour) => [
      may(3, hour),
      { title: hour < 12 ? 'Robot' : 'Automat', posts: gathered(hour) },
    ]),
  },
  {
    name: 'the planet stood still for two weeks, and a daily blog has ten posts in its feed',
    days: [
      [may(10), daily(10, 10)],
      [may(24), daily(24, 10)],
    ],
  },
  {
    name: 'a weekly blog has its newest post alone in its feed',
    // It is asked all the time, also just before the next one comes.
    days: blog.toReversed().flatMap((one, week, all): Life['days'] => {
      const time = (hour: number) => new Date(Date.UTC(2026, 3, 4 + 7 * week, hour)).toISOString()
      return [
        [time(11), [all[week - 1] ?? one]],
        [time(12), [one]],
      ]
    }),
  },
  {
    name: 'a digest: every week five others',
    days: [1, 8, 15, 22].flatMap((day, at, all): Life['days'] => {
      const issue = (of: number) =>
        Array.from({ length: 5 }, (_, index) => post(`Issue of ${of}: ${index}`, '05-01', { date: may(of, 8) }))
      // The second comes while the planet stood still for a week: once it was not held, no later one is.
      return at < 2
        ? [[may(day), issue(day)]]
        : [
            [may(day, 7), issue(all[at - 1] ?? day)],
            [may(day), issue(day)],
          ]
    }),
  },
  {
    name: 'a blog is renamed',
    days: [...read, [may(10), { title: 'The Allotment', posts: [post('New', '05-09'), ...blog] }]],
  },
  {
    name: 'a new theme: excerpts in the place of whole texts, other markup',
    days: [
      ...read,
      [may(10), blog.map((one) => ({ ...one, text: `<p class="x"><em>${one.text?.slice(0, 60)}</em> …</p>` }))],
    ],
  },
  {
    name: 'a new host: ids, links and site, under the same title',
    days: [
      ...read,
      [
        may(10),
        {
          site: 'https://new.example/',
          posts: moved([post('New', '05-09'), ...blog], 'https://a.example', 'https://new.example'),
        },
      ],
    ],
  },
  {
    name: 'all ids are rewritten',
    days: [...read, [may(10), blog.map((one, index) => ({ ...one, id: `tag:a.example,2026:${index}` }))]],
  },
  {
    name: 'all ids and paths are rewritten: titles and days stay',
    days: [...read, [may(10), counted(blog)]],
  },
  {
    name: 'a deploy from a laptop: everything at localhost, under another title',
    days: [
      ...read,
      [
        may(10),
        {
          title: 'Garden (draft)',
          site: 'http://localhost:1313/',
          posts: moved(blog, 'https://a.example', 'http://localhost:1313'),
        },
      ],
      [may(11), blog],
    ],
  },
  {
    name: 'a blog is renamed and moves within its domain',
    days: [
      [may(3), { site: 'https://blog.a.example/', posts: blog }],
      [may(10), { title: 'The Allotment', site: 'https://www.a.example/', posts: blog }],
    ],
  },
  {
    name: 'a feed is emptied for a day, and has its posts again under another title',
    days: [...read, [may(10), []], [may(11), { title: 'The Allotment', posts: blog }]],
  },
  {
    name: 'a feed is empty for a day, and all that it carries then came meanwhile',
    days: [
      [may(10), daily(10, 5)],
      [may(14, 6), []],
      [may(14, 20), []],
      [may(15), daily(15, 5)],
    ],
  },
  {
    name: 'twice as many posts as usual, in a feed of five',
    days: [
      [may(10), daily(10, 5)],
      [may(12), [...daily(12, 2), ...daily(12, 3).map((one) => ({ ...one, ...post(`More ${one.title}`, '05-12') }))]],
    ],
  },
  {
    name: 'five at once, in a feed of five, by who wrote all that we have',
    days: [
      [may(10), signed(daily(10, 5), 'Ada')],
      [may(10, 20), signed(burst, 'Ada')],
    ],
  },
  {
    name: 'a feed is cut off in its head, then in its title, and is whole',
    days: [
      [may(3), renderFeed('/a', blog)],
      [may(4), renderFeed('/a', blog).replace(/a\.example\/[\s\S]*/, 'a.exa')],
      [may(5), renderFeed('/a', blog).replace(/Blog A[\s\S]*/, 'Blo')],
      [may(10), [post('New', '05-09'), ...blog]],
    ],
  },
  {
    name: 'a blog of two posts starts anew',
    days: [
      [may(3), blog.slice(0, 2)],
      [may(10), [post('Afresh', '05-09', { id: 'afresh' })]],
    ],
  },
  {
    name: 'a site that was not named, and is: it was only the feed’s own address',
    days: [
      [may(3), { site: '', posts: blog }],
      [may(10), { title: 'The Allotment', site: 'https://garden.example/', posts: blog }],
    ],
  },
]

/** Lives that end in other hands: nothing of the last day is shown, and nothing of ours is lost. */
export const dishonest: Life[] = [
  {
    name: 'a buyer of the domain keeps the title; all ids and links are new',
    days: [...read, [may(10), spam('05-09')]],
  },
  {
    name: 'all ids and links are new, by whom a program names',
    days: [
      [may(3), signed(blog, 'admin')],
      [may(10), signed(spam('05-09'), 'admin')],
    ],
  },
  {
    name: 'all ids and links are new, by a stranger',
    days: [
      [may(3), signed(blog, 'Ada')],
      [may(10), signed(spam('05-09'), 'Eve')],
    ],
  },
  {
    name: 'a blog that slept for a year, and was asked all the time, wakes with five casino posts',
    days: [...read, ['2027-05-01T12:00:00Z', blog], ['2027-05-02T12:00:00Z', spam('05-09')]],
  },
  {
    name: 'a fresh WordPress on an expired domain: ?p=1, 5, 7, 9 again, another title and language',
    days: [
      [may(3), counted(blog)],
      [may(10), { title: 'Casino', language: 'id', posts: counted(spam('05-09')) }],
    ],
  },
  {
    name: 'a fresh WordPress under the old title and language: its posts have nothing to do with ours',
    days: [
      [may(3), counted(blog)],
      [may(10), counted(spam('05-09'))],
    ],
  },
  {
    name: 'another host, language and title, and one path that is the same',
    days: [
      [may(3), [{ ...newest, link: 'https://a.example/hello-world/' }, ...blog.slice(1)]],
      [may(10), { ...hostile, posts: [{ ...spam('05-09')[0], id: 'x', link: 'https://casino.example/hello-world/' }] }],
    ],
  },
  {
    name: 'another title and site, with copies of all our posts',
    days: [...read, [may(10), { ...hostile, posts: [...spam('05-09', 'casino.example'), ...blog] }]],
  },
  {
    name: 'all is another but the titles and days',
    days: [
      ...read,
      [
        may(10),
        {
          ...hostile,
          posts: blog.map((one, index) => ({
            ...one,
            id: `n${index}`,
            link: `https://casino.example/${index}`,
            text: casino[index] ?? '',
          })),
        },
      ],
    ],
  },
  {
    name: 'an empty feed first, and then another’s',
    days: [...read, [may(9), { ...hostile, posts: [] }], [may(10), { ...hostile, posts: spam('05-09') }]],
  },
  {
    name: 'a page for a week, and then another’s feed',
    days: [
      ...read,
      [may(5), '<!doctype html><title>For sale</title><p>This domain is for sale'],
      [may(6), undefined],
      [may(10), { ...hostile, posts: spam('05-09') }],
    ],
  },
  {
    name: 'a domain is lost for two months, and bought: two posts under the old title',
    days: [
      ...read,
      [may(5), undefined],
      [may(6), undefined],
      ['2026-06-20T12:00:00Z', '<!doctype html><title>For sale</title><p>This domain is for sale'],
      ['2026-07-05T12:00:00Z', spam('07-04').slice(0, 2)],
    ],
  },
  {
    name: 'another language, under the same title',
    days: [...read, [may(10), { language: 'id', posts: spam('05-09') }]],
  },
  {
    name: 'three hundred new posts at once',
    days: [
      ...read,
      [
        may(10),
        Array.from({ length: 300 }, (_, index) =>
          post(`Win ${index}`, '05-09', { id: `w${index}`, link: `https://a.example/w/${index}` }),
        ),
      ],
    ],
  },
  {
    name: 'another’s feed says that our posts are deleted',
    days: [
      ...read,
      [
        may(10),
        {
          ...hostile,
          posts: spam('05-09'),
          more: blog.map(({ id }) => `<at:deleted-entry ref="${id}" when="2026-05-09T00:00:00Z"/>`).join(''),
        },
      ],
    ],
  },
  {
    name: 'five posts, and then nobody asked for two months',
    days: [...read, [may(10), spam('05-09')], ['2026-07-10T12:00:00Z', spam('07-09')]],
  },
  {
    name: 'one post after the other',
    days: [...read, [may(9), blog], [may(10), spam('05-09').slice(0, 1)], [may(11), spam('05-10').slice(0, 1)]],
  },
]
