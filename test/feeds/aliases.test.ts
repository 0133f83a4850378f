import { expect, test } from 'vitest'
import { openPlanet } from './open-planet.ts'

const feed = `<rss version="2.0"><channel><title>A</title><link>https://a.example/</link>
<item><guid>1</guid><title>One</title><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate></item></channel></rss>`
const outputs =
  'outputs: {index.html: html, atom.xml: atom, rss20.xml: rss, index.rdf: rss10, blogs.opml: opml, foaf.rdf: foaf}'

const names = [
  ['rss20.xml', 'rss.xml'],
  ['index.rdf', 'rss10.xml'],
  ['blogs.opml', 'opml.xml'],
  ['foaf.rdf', 'foafroll.xml'],
] as const

test('M-02 old names of feeds and lists stand beside ours, the same bytes', async () => {
  const planet = openPlanet({ 'https://a.example/feed': feed }, outputs)
  try {
    await planet.build('2024-06-01T12:00:00Z')
    const site = planet.site()
    for (const [alias, own] of names) {
      expect(site.get(own), own).toBeTruthy()
      expect(site.get(alias), alias).toBe(site.get(own))
    }
    expect([...site.keys()]).not.toContain('feed.json')
  } finally {
    await planet.close()
  }
})
