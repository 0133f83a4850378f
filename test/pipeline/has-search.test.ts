import { expect, test } from 'vitest'
import { openPlanet } from '../feeds/open-planet.ts'

function makeFeed(count: number): string {
  const entries = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString()
    return `<entry><id>https://a.example/${index}</id><link href="https://a.example/${index}"/><title>Number ${index}</title>
      <updated>${at}</updated><content>Text ${index}</content></entry>`
  })
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>https://a.example/</id>
    <updated>2024-01-01T00:00:00Z</updated>${entries.join('')}</feed>`
}

const rows: [name: string, count: number, firstDay: boolean, secondDay: boolean][] = [
  ['a few entries', 99, false, false],
  ['some entries', 100, true, true],
  ['many entries', 251, false, true],
]

test.each(rows)('a planet that begins with %s has /search/ when it is worth it', async (_, count, ...days) => {
  const planet = openPlanet({ 'https://a.example/feed': makeFeed(count) })
  try {
    for (const [index, day] of ['2024-06-01', '2024-06-02'].entries()) {
      await planet.build(`${day}T12:00:00Z`)
      const site = planet.site()
      expect(site.has('search/index.html')).toBe(days[index])
      expect(site.get('index.html')?.includes('search/index.html')).toBe(days[index])
    }
  } finally {
    await planet.close()
  }
})
