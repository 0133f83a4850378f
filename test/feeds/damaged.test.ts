import { decodeXML } from 'entities'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/model.ts'
import { makeEntryKeys } from '../../src/normalize/merge/make-entry-keys.ts'
import { loadSamples } from '../torture/fuzz.ts'
import { makeRandom, mutate } from '../torture/mutate.ts'
import { findFaults } from './find-faults.ts'
import { openPlanet } from './open-planet.ts'

/** Feeds of this many damaged documents each make a planet. */
const perPlanet = 40

test.each([1, 2, 3])('F-01 feeds made of damaged ones are without a fault: seed %i', async (seed) => {
  const samples = loadSamples()
  const random = makeRandom(seed)
  const pick = () => samples[Math.floor(random() * samples.length)] ?? new Uint8Array()
  const feeds = Array.from({ length: perPlanet }, (_, index) => {
    return [`https://${index}.example/feed`, mutate(pick(), pick(), random)] as const
  })
  const planet = openPlanet(Object.fromEntries(feeds), 'outputs: [html, atom, rss, json, opml, foaf, rss10]')
  try {
    await planet.build('2027-01-01T00:00:00Z')
    const stored = await planet.entries()
    const site = planet.site()
    expect(findFaults(site).filter((fault) => !fault.endsWith('ImplausibleDate'))).toEqual([])
    expect(stored.length).toBeGreaterThan(20)
    const documents = [...site].filter(([file]) => /^archive\/\d+\.xml$/.test(file)).map(([, text]) => text)
    const ids = documents.flatMap((text) =>
      [...text.matchAll(/<entry[^>]*>\n<id>(.*)<\/id>/g)].map(([, id = '']) => decodeXML(id)),
    )
    // One post that two blogs carry is shown once, under one of the two.
    const shown = new Set(ids)
    const postOf = (entry: Entry) => makeEntryKeys(entry).linkKey ?? entry.publishedId
    const posts = new Set(stored.filter(({ publishedId }) => shown.has(publishedId)).map(postOf))
    expect(stored.filter((entry) => !posts.has(postOf(entry)))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  } finally {
    await planet.close()
  }
})
