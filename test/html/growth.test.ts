import { expect, test } from 'vitest'
import { embedHtml, embedInFeed } from '../../src/html/embed-html.ts'
import { embedNodes } from '../../src/html/embed-nodes.ts'
import { makeHtml, makeTitleHtml } from '../../src/html/make-html.ts'
import { parseHtml } from '../../src/html/parse-html.ts'
import { renderHtml } from '../../src/html/render-html.ts'
import { htmlToText } from '../../src/html/to-text.ts'
import { truncateHtml } from '../../src/html/truncate-html.ts'
import { type GrowingDocument, growingDocuments } from './growing-documents.ts'

const say = () => {}
const embedding = { anchor: 'e', ownPages: [], lazy: true, level: 3, strip: false, label: () => 'x' }

/** All that is done with a text from when it is read until it stands in a page and a feed. */
function digest(source: string): { html: string; page: string } {
  const html = makeHtml(source, 'https://blog.example/post/', say) ?? ''
  const { nodes } = parseHtml(html)
  truncateHtml(nodes, 50)
  renderHtml(nodes)
  embedNodes(nodes, embedding)
  embedInFeed(html, 'e', [], 'https://planet.example/')
  htmlToText(html)
  makeTitleHtml(source, say)
  return { html, page: embedHtml(html, embedding) }
}

/** Seconds of CPU. */
function measure(work: (source: string) => void, source: string): number {
  const before = process.cpuUsage()
  work(source)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** How many times longer the second takes, by the least of some turns each: what else the machine does only adds. */
function compare(work: (source: string) => void, short: string, long: string, turns: number): number {
  let [least, leastLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let turn = 0; turn < turns; turn++) {
    least = Math.min(least, measure(work, short))
    leastLong = Math.min(leastLong, measure(work, long))
  }
  // What takes less than half a millisecond says nothing.
  return leastLong / Math.max(least, 0.0005)
}

/** How the time grows from n to 4n. A suspicion is looked into with longer documents and more turns, where noise weighs less. */
function findGrowth({ make }: GrowingDocument): number {
  let growth = 0
  for (const [size, turns] of [
    [250, 1],
    [500, 4],
    [2000, 4],
    [4000, 6],
  ] as const) {
    growth = compare(digest, make(size), make(4 * size), turns)
    if (growth <= 6) return growth
  }
  return growth
}

test('the measure sees what grows by the square', () => {
  const countPairs = (text: string) => {
    let pairs = 0
    for (const one of text) for (let at = 0; at < text.length; at++) if (text[at] === one) pairs++
    return pairs
  }
  expect(compare(countPairs, 'a'.repeat(1000), 'a'.repeat(4000), 3)).toBeGreaterThan(6)
})

test('K-20 time grows with the length and no faster, whatever is nested, repeated or left open', {
  timeout: 300_000,
}, () => {
  for (const { make } of growingDocuments) digest(make(20))
  const found = growingDocuments.map((document) => ({ name: document.name, growth: findGrowth(document) }))
  expect(found.filter(({ growth }) => growth > 6)).toEqual([])
})

test('what comes out is no more than in proportion, whatever comes in', () => {
  for (const { name, make } of growingDocuments) {
    const source = make(250)
    const { html } = digest(source)
    // Each address may become as long as its base, each table get its parts, each mark be put around its lines.
    expect(html.length, name).toBeLessThan(8 * source.length + 60_000)
  }
})
