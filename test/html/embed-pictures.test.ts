import { expect, test } from 'vitest'
import { embedHtml } from '../../src/html/embed-html.ts'
import type { Embedding } from '../../src/html/embed-nodes.ts'
import type { ShownPicture } from '../../src/html/fit-picture.ts'
import { listPictures } from '../../src/html/list-pictures.ts'
import { makeHtml } from '../../src/html/make-html.ts'

const known = new Map<string, ShownPicture>([
  [
    'https://a.example/large.jpg?a=1&b=2',
    {
      width: 1600,
      height: 1200,
      copies: [
        { link: 'pictures/x-800.webp', width: 800 },
        { link: 'pictures/x-1600.webp', width: 1600 },
      ],
    },
  ],
  ['https://a.example/small.png', { width: 300, height: 200, copies: [{ link: 'pictures/y-300.webp', width: 300 }] }],
  ['https://a.example/point.gif', { width: 1, height: 1, copies: [] }],
  [
    'https://a.example/moving.gif',
    { width: 30, height: 20, copies: [{ link: 'pictures/z-30.webp', width: 30 }], moves: true },
  ],
  ['https://a.example/measured.png', { width: 640, height: 480, copies: [] }],
])

const embedding = (isOurs: boolean): Embedding => ({
  anchor: 'e',
  ownPages: [],
  lazy: true,
  level: 5,
  strip: false,
  label: (kind, value) => `${kind} ${value}`,
  pictures: { isOurs, find: (address) => known.get(address) },
})
const embed = (html: string, isOurs: boolean) =>
  embedHtml(makeHtml(html, 'https://a.example/', () => {}) ?? '', embedding(isOurs))

const rest = 'decoding="async" loading="lazy" referrerpolicy="no-referrer"'

const ours = [
  {
    name: 'two copies, and how wide it will be',
    html: '<img src="large.jpg?a=1&amp;b=2" alt="A cat" srcset="small.jpg 100w, large.jpg 1600w" sizes="50vw">',
    shown: `<img src="pictures/x-1600.webp" alt="A cat" ${rest} width="1600" height="1200" srcset="pictures/x-800.webp 800w, pictures/x-1600.webp 1600w" sizes="(max-width: 48rem) 100vw, 48rem" />`,
  },
  {
    name: 'the width that its author wanted, and the height that goes with it',
    html: '<img src="large.jpg?a=1&amp;b=2" width="400" height="999">',
    shown: `<img src="pictures/x-1600.webp" width="400" height="300" alt="" ${rest} srcset="pictures/x-800.webp 800w, pictures/x-1600.webp 1600w" sizes="(max-width: 400px) 100vw, 400px" />`,
  },
  {
    name: 'only a height',
    html: '<img src="small.png" height="100">',
    shown: `<img src="pictures/y-300.webp" height="100" alt="" ${rest} width="150" />`,
  },
  {
    name: 'one of several: the sources of others go',
    html: '<picture><source srcset="https://b.example/a.avif" type="image/avif"><img src="small.png"></picture>',
    shown: `<img src="pictures/y-300.webp" alt="" ${rest} width="300" height="200" />`,
  },
  {
    name: 'none: a link in words',
    html: '<p><img src="https://b.example/&lt;gone&gt;.png" alt=" A &lt;dog&gt; "></p>',
    shown:
      '<p><a class="picture" href="https://b.example/%3Cgone%3E.png" rel="noopener">picture A &lt;dog&gt; (b.example)</a></p>',
  },
  {
    name: 'none, in a link: words, for a link holds no other',
    html: '<a href="https://b.example/"><em>B <img src="gone.png"></em></a><img src="gone.png">',
    shown:
      '<a href="https://b.example/" rel="noopener"><em>B <span class="picture">picture a.example</span></em></a><a class="picture" href="https://a.example/gone.png" rel="noopener">picture a.example</a>',
  },
  {
    name: 'measured is not kept',
    html: '<img src="measured.png">',
    shown: '<a class="picture" href="https://a.example/measured.png" rel="noopener">picture a.example</a>',
  },
  {
    name: 'one that moves: its first, as a link to where it does',
    html: '<p><img src="moving.gif"></p><a href="https://b.example/">B <img src="moving.gif" alt="m"></a>',
    shown: `<p><a href="https://a.example/moving.gif" rel="noopener"><img src="pictures/z-30.webp" alt="picture a.example" ${rest} width="30" height="20" /></a></p><a href="https://b.example/" rel="noopener">B <img src="pictures/z-30.webp" alt="m" ${rest} width="30" height="20" /></a>`,
  },
  { name: 'a point that was found out', html: '<p>A<img src="point.gif" alt="x"></p>', shown: '<p>A</p>' },
  {
    name: 'a picture in the text itself that was not kept',
    html: '<img src="data:image/png;base64,AAAA" alt="A">',
    shown: '<span class="picture">picture A</span>',
  },
  {
    name: 'a film, and what stands for it',
    html: '<video poster="small.png" src="film.mp4"></video><video poster="gone.png" src="film.mp4"></video>',
    shown:
      '<video poster="pictures/y-300.webp" src="https://a.example/film.mp4" controls="" preload="none"></video><video src="https://a.example/film.mp4" controls="" preload="none"></video>',
  },
]

test.each(ours)('images: cache, $name', ({ html, shown }) => {
  expect(embed(html, true)).toBe(shown)
})

const measured = [
  {
    name: 'its size',
    html: '<img src="measured.png" srcset="measured.png 640w">',
    shown: `<img src="https://a.example/measured.png" srcset="https://a.example/measured.png 640w" sizes="100vw" alt="" ${rest} width="640" height="480" />`,
  },
  {
    name: 'one that nobody measured stays as it is',
    html: '<img src="other.png" width="5">',
    shown: `<img src="https://a.example/other.png" width="5" alt="" ${rest} />`,
  },
  {
    name: 'a poster stays where it is',
    html: '<video poster="p.png" src="film.mp4"></video>',
    shown:
      '<video poster="https://a.example/p.png" src="https://a.example/film.mp4" controls="" preload="none"></video>',
  },
]

test.each(measured)('images: remote with sizes, $name', ({ html, shown }) => {
  expect(embed(html, false)).toBe(shown)
})

const listed = [
  { name: 'none', html: '<p>A</p>', addresses: [] },
  {
    name: 'each once, references undone',
    html: '<img alt="x" src="a?b=1&amp;c=2" /><a href="b"><img src="a?b=1&amp;c=2" /></a>',
    addresses: ['a?b=1&c=2'],
  },
  {
    name: 'a film is none, its poster is',
    html: '<video src="f" poster="p"></video><video src="g" />',
    addresses: ['p'],
  },
  { name: 'what only looks like one', html: '<p title="&lt;img src=x&gt;">&lt;img src="x" /&gt;</p>', addresses: [] },
]

test.each(listed)('listPictures: $name', ({ html, addresses }) => {
  expect(listPictures(html)).toEqual(addresses)
})

test('a story of a thousand pictures asks for two hundred', () => {
  const html = Array.from({ length: 1000 }, (_, number) => `<img src="https://a.example/${number}" />`).join('')
  expect(listPictures(html)).toHaveLength(200)
})
