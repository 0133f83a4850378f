import { expect, test } from 'vitest'
import type { FeedAbout } from '../../src/model.ts'
import { findOwnIds } from '../../src/planet/find-own-ids.ts'
import type { StoredFeed } from '../../src/store/store.ts'

type Feed = [url: string, id?: string, site?: string]

function stored([url, id, site]: Feed): StoredFeed {
  const about = { id } as FeedAbout
  return { source: { url, site }, slug: undefined, active: true, state: { about } as StoredFeed['state'] }
}

const v = 'https://v.example/feed'
const e = 'https://e.example/feed'
const burner = 'https://burner.example/v'
const cases: { name: string; feeds: Feed[]; own: Record<string, string> }[] = [
  { name: 'an id that one feed says', feeds: [[v, 'urn:v'], [e]], own: { [v]: 'urn:v' } },
  { name: 'its own address', feeds: [[e], [v, v]], own: { [v]: v } },
  {
    name: 'an id on the host of the blog, which another says, too, and first',
    feeds: [
      [e, 'https://v.example/'],
      [v, 'https://v.example/'],
    ],
    own: { [v]: 'https://v.example/' },
  },
  { name: 'an id on the host of a blog that says none', feeds: [[e, 'https://www.v.example/'], [v]], own: {} },
  {
    name: 'the address of another',
    feeds: [
      [e, v],
      [v, 'urn:v'],
    ],
    own: { [v]: 'urn:v' },
  },
  {
    name: 'a tag of a blog elsewhere, whose site feeds.yaml names',
    feeds: [
      [e, 'tag:v.example,2026:feed'],
      [burner, 'tag:v.example,2026:feed', 'https://v.example/'],
    ],
    own: { [burner]: 'tag:v.example,2026:feed' },
  },
  {
    name: 'one that names nobody, said by two',
    feeds: [
      [e, 'urn:v'],
      [v, 'urn:v'],
    ],
    own: {},
  },
  {
    name: 'two feeds of one blog that say the same',
    feeds: [
      [v, 'https://v.example/'],
      ['https://v.example/news', 'https://v.example/'],
    ],
    own: {},
  },
  {
    name: 'a host that many feeds stand on is nobody’s alone',
    feeds: [[v, `${burner}x`], [burner], ['https://burner.example/w']],
    own: { [v]: `${burner}x` },
  },
]

test.each(cases)('F-05 the id of a feed: $name', ({ feeds, own }) => {
  expect(Object.fromEntries(findOwnIds(feeds.map(stored)))).toEqual(own)
})
