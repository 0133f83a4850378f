import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listFaces } from '../../src/planet/list-faces.ts'
import { openPlanet, type Planet, timeAt } from '../open-planet.ts'
import { openScriptedServer, respond, type Script } from '../servers/open-scripted-server.ts'
import { makeIcon } from './make-icon.ts'
import { makePng } from './make-png.ts'
import { openPictureEdge } from './open-picture-edge.ts'

/** A blog on a server of its own, which has this beside its feed. */
async function openBlog(image: string | undefined, others: Record<string, Script>) {
  let own = ''
  const feed: Script = (socket, request) => {
    const picture = image === undefined ? '' : `<image><url>${own}${image}</url><title>x</title><link>x</link></image>`
    const item = '<item><guid>1</guid><title>One</title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>'
    respond(
      200,
      {},
      `<rss version="2.0"><channel><title>Blog</title><link>${own}/</link>${picture}${item}</channel></rss>`,
    )(socket, request)
  }
  const server = await openScriptedServer({ '/feed': feed, ...others })
  own = server.url('')
  onTestFinished(() => server.close())
  return server
}

const page = (html: string) => respond(200, { 'Content-Type': 'text/html' }, html)
const file = (bytes: Buffer) => respond(200, {}, bytes)

const build = (planet: Planet, minutes: number) =>
  planet.build(timeAt(minutes), { refresh: true }, () => ({ pictures: openPictureEdge() }))

const found = [
  {
    name: 'the picture that its feed names',
    image: '/own.png',
    others: { '/own.png': file(makePng(300, 300)) },
    asked: ['/own.png'],
  },
  {
    name: 'else the icon of its site',
    others: { '/': page('<link rel="apple-touch-icon" href="/touch.png">'), '/touch.png': file(makePng(180, 180)) },
    asked: ['/', '/touch.png'],
  },
  {
    name: 'else the one where icons have always been',
    others: { '/': page('<title>x</title>'), '/favicon.ico': file(makeIcon([{ width: 16, bits: 32 }])) },
    asked: ['/', '/favicon.ico'],
  },
  {
    name: 'the icon of its site, where what its feed names is none',
    image: '/own.svg',
    others: {
      '/own.svg': respond(200, { 'Content-Type': 'image/svg+xml' }, '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      '/': page('<link rel="icon" href="/icon.png">'),
      '/icon.png': file(makePng(64, 64)),
    },
    builds: 2,
    asked: ['/own.svg', '/', '/icon.png'],
  },
]

test.each(found)('face: auto, $name', async ({ image, others, asked, builds = 1 }) => {
  const blog = await openBlog(image, others)
  const planet = openPlanet(`images: cache\nsearch: false\ndefaults: {face: auto}\nfeeds: [${blog.url()}]`)
  for (let number = 0; number < builds; number += 1) await build(planet, number * 60)
  expect(planet.page('index.html')).toMatch(/<img class="face" src="pictures\/[0-9a-f]{24}-\d+\.webp"/)
  expect(planet.page('blogs/index.html')).toMatch(/<img class="face" src="\.\.\/pictures\//)
  expect(blog.requests.map(({ target }) => target).filter((target) => target !== '/feed')).toEqual(asked)
  // Nobody asks again.
  expect((await build(planet, 600)).written).toEqual([])
  expect(blog.requests.filter(({ target }) => target !== '/feed')).toHaveLength(asked.length)
})

test('face: auto, none: the first letter of its name', async () => {
  const blog = await openBlog(undefined, { '/': page('') })
  const planet = openPlanet(`images: cache\nsearch: false\nfeeds: [{url: ${blog.url()}, face: auto}]`)
  await build(planet, 0)
  expect(planet.page('index.html')).not.toContain('<img')
  expect(planet.page('index.html')).toMatch(/class="face hue-\d" aria-hidden="true">B</)
})

test('a face that the operator names is copied with images: cache, and goes when another is named', async () => {
  const blog = await openBlog(undefined, { '/a.png': file(makePng(100, 100)), '/b.png': file(makePng(90, 90)) })
  const configure = (name: string, images = 'cache') =>
    `images: ${images}\nsearch: false\nfeeds: [{url: ${blog.url()}, face: ${blog.url(name)}}]`
  const planet = openPlanet(configure('/a.png'))
  await build(planet, 0)
  const kept = () => readdirSync(path.join(planet.folder, 'public/pictures'))
  const [first] = kept()
  expect(planet.page('index.html')).toContain(`src="pictures/${first}"`)
  planet.setConfig(configure('/b.png'))
  await build(planet, 60)
  expect(kept()).toHaveLength(1)
  expect(kept()).not.toContain(first)
  expect(planet.page('2026/03/02/index.html')).toContain(kept()[0])
  planet.setConfig(configure('/b.png', 'remote'))
  await build(planet, 120)
  expect(planet.page('index.html')).toContain(`<img class="face" src="${blog.url('/b.png')}"`)
})

test('images: remote, face: auto shows what the feed names, where it is', async () => {
  const blog = await openBlog('/own.png', {})
  const planet = openPlanet(`search: false\nfeeds: [{url: ${blog.url()}, face: auto}]`)
  await build(planet, 0)
  expect(planet.page('index.html')).toContain(`<img class="face" src="${blog.url('/own.png')}"`)
  expect(blog.requests.map(({ target }) => target)).toEqual(['/feed'])
})

const about = {
  ...{ id: undefined, title: undefined, subtitle: undefined, link: 'https://a.example/', feedUrl: undefined },
  ...{ language: undefined, updated: undefined, rights: undefined, generator: undefined, schedule: undefined },
  authors: [{ name: 'Ana', url: undefined, email: ' Ana@A.example ' }],
  image: 'https://a.example/i.png',
}
const feed = 'https://a.example/feed'
const listed = [
  { name: 'nobody asked for one', face: undefined, faces: [] },
  { name: 'a file', face: 'faces/a.png', faces: [] },
  {
    name: 'auto: never Gravatar',
    face: 'auto',
    faces: [
      { feed, kind: 'face', address: 'https://a.example/i.png' },
      { feed, kind: 'icon', address: 'https://a.example/' },
    ],
  },
  {
    name: 'gravatar, by a hash of the address alone',
    face: 'gravatar',
    faces: [{ feed, kind: 'face', address: 'https://gravatar.com/avatar/hash-of-ana@a.example?s=128&d=404' }],
  },
]

test.each(listed)('listFaces: $name', ({ face, faces }) => {
  expect(listFaces({ url: feed, face }, about, (text) => `hash-of-${text}`)).toEqual(faces)
})
