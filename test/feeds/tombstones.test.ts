import { afterEach, expect, test } from 'vitest'
import { findFaults } from './find-faults.ts'
import { openPlanet, type TestPlanet } from './open-planet.ts'

const url = 'https://a.example/feed'
let planet: TestPlanet
afterEach(() => planet.close())

function rss(...ids: number[]): string {
  const items = ids.map(
    (id) => `<item><guid>https://a.example/${id}</guid><title>${id}</title>
      <pubDate>${new Date(Date.UTC(2020, id, 1)).toUTCString()}</pubDate></item>`,
  )
  return `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`
}

const purged = 'purged:\n  - https://a.example/2\n'

test('F-11 what was taken down is named for 90 days, and is in no feed and no archive', async () => {
  planet = openPlanet({ [url]: rss(1, 2, 3) })
  await planet.build('2020-06-01T12:00:00Z')
  expect(planet.site().get('archive/1.xml')).toContain('<id>https://a.example/2</id>')
  planet.configure(purged)
  await planet.build('2020-06-02T12:00:00Z')
  const site = planet.site()
  const tombstone = '<at:deleted-entry ref="https://a.example/2" when="2020-06-02T12:00:00Z"/>'
  expect(site.get('atom.xml')).toContain(tombstone)
  expect(site.get('atom.xml')).toContain('\n<updated>2020-06-02T12:00:00Z</updated>\n<generator')
  const feeds = [...site].filter(([file]) => /\.(xml|json)$/.test(file)).map(([, text]) => text.replace(tombstone, ''))
  expect(feeds.join('')).not.toContain('https://a.example/2"')
  expect(feeds.join('')).not.toContain('https://a.example/2<')
  expect(findFaults(site)).toEqual([])

  planet.feeds.set(url, rss(1, 2, 3, 4))
  await planet.build('2020-08-30T12:00:00Z')
  expect(planet.site().get('atom.xml')).toContain(tombstone)
  planet.feeds.set(url, rss(1, 2, 3, 4, 5))
  await planet.build('2020-09-01T12:00:00Z')
  expect(planet.site().get('atom.xml')).not.toContain('deleted-entry')
})

test('F-11 an entry that is back is not said to be gone', async () => {
  planet = openPlanet({ [url]: rss(1, 2, 3) })
  await planet.build('2020-06-01T12:00:00Z')
  planet.configure(purged)
  await planet.build('2020-06-02T12:00:00Z')
  planet.configure('')
  planet.feeds.set(url, rss(1, 2, 3, 4))
  await planet.build('2020-06-03T12:00:00Z')
  const atom = planet.site().get('atom.xml')
  expect(atom).toContain('<id>https://a.example/2</id>')
  expect(atom).not.toContain('deleted-entry')
})
