import { parse, parseFragment, serializeOuter, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { expect, onTestFinished, test } from 'vitest'
import { findFaults } from '../feeds/find-faults.ts'
import { openPlanet } from '../feeds/open-planet.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { judgeMarkup } from './judge-markup.ts'

/** Where every fixture is read from; see test/read/read-feed.ts. */
const address = 'https://blog.example/feed.xml'

/** Where every entry stands; the feeds of blogs and months are written by the same code. */
const feeds = ['atom.xml', 'rss.xml', 'feed.json']

async function publish(feed: string) {
  const planet = openPlanet({ [address]: feed })
  onTestFinished(() => planet.close())
  await planet.build('2026-06-01T12:00:00Z')
  return planet.site()
}

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node
}

function findArticles(node: Tree.Node): Tree.Element[] {
  if (isElement(node) && node.tagName === 'article') return [node]
  return 'childNodes' in node ? node.childNodes.flatMap(findArticles) : []
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

test.each(readFixtures())(
  'fixture $name makes a page as its header says, and a valid site',
  async ({ text, shown }) => {
    const site = await publish(text)
    const page = site.get('index.html') ?? ''
    const articles = findArticles(parse(page))
    const html = articles.map((article) => serializeOuter(article)).join('\n')
    const words = articles.map(textOf).join('\n')
    for (const { kind, text: wanted } of shown) {
      if (kind === 'has') expect(html).toContain(wanted)
      else if (kind === 'lacks') expect(html).not.toContain(wanted)
      else if (kind === 'once') expect(html.split(wanted).length - 1, wanted).toBe(1)
      else if (kind === 'text') expect(wanted.includes('\n') ? words : words.replace(/\s+/g, ' ')).toContain(wanted)
      else throw new Error(`no such kind: ${kind}`)
    }
    const faults: string[] = []
    parse(page, { onParseError: ({ code }) => faults.push(code) })
    const { items } = JSON.parse(site.get('feed.json') ?? '{}') as { items: { content_html?: string }[] }
    for (const { content_html = '' } of items)
      parseFragment(content_html, { onParseError: ({ code }) => faults.push(code) })
    // The rules were written for sites of 2020: to them, dates of these fixtures lie in the future.
    const ofFeeds = findFaults(new Map(feeds.map((file) => [file, site.get(file) ?? '']))).filter(
      (fault) => !fault.endsWith(': ImplausibleDate'),
    )
    expect([...faults, ...judgeMarkup(page), ...ofFeeds]).toEqual([])
  },
)
