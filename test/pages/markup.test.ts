import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAnchor } from '../../src/render/paths/make-anchor.ts'
import { buildSite, readPage, type Site, siteNames } from './build-site.ts'
import { findBrokenLinks, findLostPages } from './find-broken-links.ts'
import { findKinds } from './find-kinds.ts'
import { findAnchors, judgeEntries } from './judge-entries.ts'
import { judgeMarkup } from './judge-markup.ts'

// The classic theme has the same templates, which test/render/pages.test.ts renders.
describe.each(siteNames.filter((name) => name !== 'classic'))('pages of the %s site', (name) => {
  let site: Site
  beforeAll(async () => {
    site = await buildSite(name)
  })
  afterAll(() => site.remove())

  /** Complaints about any of the pages, each once, with the first page that has it. */
  const judgePages = (judge: (page: string) => string[]) => {
    const complaints = new Map<string, string>()
    for (const page of site.pages)
      for (const complaint of judge(page)) complaints.set(complaint, complaints.get(complaint) ?? page)
    return [...complaints].map(([complaint, page]) => `${page}: ${complaint}`)
  }

  test('there are pages of several kinds', () => {
    expect([...findKinds(site).keys()]).toEqual(expect.arrayContaining(['front', 'N/N', 'N/N/N']))
  })

  test('P-01 every page is valid HTML', () => {
    expect(judgePages((page) => judgeMarkup(readPage(site, page)))).toEqual([])
  })

  test('every link within the site leads to a file that is there, and to its anchor', () => {
    expect(judgePages((page) => findBrokenLinks(site, page))).toEqual([])
  })

  test('every page can be reached from the front page', () => {
    expect(findLostPages(site)).toEqual([])
  })

  test('P-04 a microformats parser finds name, url, published, author and content of every entry', () => {
    expect(judgePages((page) => judgeEntries(site, page))).toEqual([])
  })

  test('P-04 every entry stands whole on one day page', () => {
    const anchors = (findKinds(site).get('N/N/N') ?? []).flatMap((page) => findAnchors(site, page))
    expect(anchors.sort()).toEqual(site.entries.map(({ publishedId }) => makeAnchor(publishedId)).sort())
  })
})
