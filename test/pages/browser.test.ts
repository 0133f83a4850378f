import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, buildSite, type Site, siteNames } from './build-site.ts'
import { findKinds } from './find-kinds.ts'
import {
  findBarriers,
  findDeceptions,
  findDetours,
  findHiddenFocus,
  findLeaks,
  findOverflow,
  findScriptNeeds,
  scrollThrough,
} from './judge-page.ts'
import { executablePath, type OpenPage, openBrowser, openPage } from './open-page.ts'
import { type SiteServer, serveSite } from './serve-site.ts'

if (executablePath === undefined) console.warn('no Chromium is installed: the pages were not opened in a browser')

/** Kinds of pages that the classic theme shows otherwise. */
const ownOfClassic = ['front', 'N/N/N', 'N', 'blogs', 'blog/*']

/** What was found wrong with any page, by what was looked for. */
type Findings = Record<
  'edges' | 'light' | 'dark' | 'narrow' | 'keyboard' | 'scripts' | 'leaks' | 'defence' | 'disk',
  string[]
>

let browser: Browser
let server: SiteServer

beforeAll(async () => {
  if (executablePath === undefined) return
  server = await serveSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.runIf(executablePath).each(siteNames)('the %s site in a real browser', (name) => {
  let site: Site
  const findings: Findings = {
    edges: [],
    light: [],
    dark: [],
    narrow: [],
    keyboard: [],
    scripts: [],
    leaks: [],
    defence: [],
    disk: [],
  }

  beforeAll(async () => {
    site = await buildSite(name, server.url)
    server.setFolder(site.folder)
    // Of each kind the largest page: what can be wrong is most of all in it.
    const kinds = [...findKinds(site)].filter(([kind]) => name !== 'classic' || ownOfClassic.includes(kind))
    const pages = kinds.map(([, [page = '']]) => page)
    const lookAtEach = async () => {
      for (let page = pages.shift(); page !== undefined; page = pages.shift()) await lookAt(page)
    }
    await Promise.all([lookAtEach(), lookAtEach()])
    // Every kind of page, in six ways: minutes on a busy machine.
  }, 900_000)

  afterAll(async () => {
    site?.remove()
  })

  async function lookAt(page: string): Promise<void> {
    const note = (kind: keyof Findings, complaints: string[]) =>
      findings[kind].push(...complaints.map((complaint) => `${page}: ${complaint}`))
    const address = addressOf(site, page)

    const opened = await openPage(browser, address, server.url)
    note('keyboard', await findDetours(opened.page))
    await scrollThrough(opened.page)
    note('keyboard', await findHiddenFocus(opened.page))
    note('leaks', [...(await findLeaks(opened)), ...opened.complaints])
    note('edges', await findDeceptions(opened.page))
    note('light', await findBarriers(opened.page))
    await opened.page.emulateMedia({ colorScheme: 'dark' })
    // A scheme changes colours and nothing else.
    note('dark', await findBarriers(opened.page, ['cat.color']))
    note('narrow', await findOverflow(opened.page))
    await opened.close()

    const scriptless = await openPage(browser, address, server.url, { javaScriptEnabled: false })
    note('scripts', [...(await findScriptNeeds(scriptless.page)), ...scriptless.complaints])
    await scriptless.close()

    const defenceless = await openPage(browser, address, server.url, { bypassCSP: true })
    await scrollThrough(defenceless.page)
    note('defence', defenceless.complaints)
    await defenceless.close()

    if (page === '404.html') return
    const root = pathToFileURL(site.folder + path.sep).href
    const fromDisk = await openPage(browser, pathToFileURL(path.join(site.folder, page)).href, root)
    note('disk', [...(await findMissingStyle(fromDisk)), ...(await findLeaks(fromDisk)), ...fromDisk.complaints])
    await fromDisk.close()
  }

  test('titles begin where their language does, and only links look like links', () => {
    expect(findings.edges).toEqual([])
  })

  test('P-10 axe-core finds no barriers', () => {
    expect(findings.light).toEqual([])
  })

  test('P-10 nor in the dark', () => {
    expect(findings.dark).toEqual([])
  })

  test('P-14 no page scrolls sideways at 320 pixels', () => {
    expect(findings.narrow).toEqual([])
  })

  test('P-02, P-12 the keyboard leads first to the content, then everywhere, and is seen where it is', () => {
    expect(findings.keyboard).toEqual([])
  })

  test('P-47 nothing is missing without scripts', () => {
    expect(findings.scripts).toEqual([])
  })

  test('P-43, P-45 nothing of a feed runs, the policy has nothing to stop, only pictures in entries are asked for', () => {
    expect(findings.leaks).toEqual([])
  })

  test('P-45 nothing would run without the policy', () => {
    expect(findings.defence).toEqual([])
  })

  test('P-41 the policy lets those who judge a page ask for robots.txt', async () => {
    const { page, close } = await openPage(browser, addressOf(site, 'index.html'), server.url)
    const session = await page.context().newCDPSession(page)
    const { frameTree } = await session.send('Page.getFrameTree')
    const { resource } = await session.send('Network.loadNetworkResource', {
      frameId: frameTree.frame.id,
      url: new URL('robots.txt', site.url).href,
      options: { disableCache: true, includeCredentials: false },
    })
    expect(resource.httpStatusCode).toBe(404)
    await close()
  })

  test('P-45 pages are the same from disk', () => {
    expect(findings.disk).toEqual([])
  })
})

async function findMissingStyle({ page }: OpenPage): Promise<string[]> {
  const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href))
  return sheets.some((sheet) => sheet?.endsWith('planet.css')) ? [] : ['has no style']
}
