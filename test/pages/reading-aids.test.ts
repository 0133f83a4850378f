import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlanet, type TestPlanet } from '../feeds/open-planet.ts'
import { executablePath, openBrowser } from './open-page.ts'
import { type SiteServer, serveSite } from './serve-site.ts'

const feed = 'https://a.example/feed'

function atom(...days: string[]): string {
  const text =
    '&lt;p>&lt;time datetime="9999-12-31T23:59:59Z">the end&lt;/time> &lt;time class="dt-published" datetime="9999-12-31T23:59:59Z">again&lt;/time>&lt;/p>'
  const entries = days.map(
    (day) =>
      `<entry><id>tag:a.example,2020:${day}</id><title>Of ${day}</title><updated>${day}T12:00:00Z</updated><content type="html">${text}</content></entry>`,
  )
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.example/</id><title>A</title><updated>2020-05-01T00:00:00Z</updated>${entries.join('')}</feed>`
}

describe.runIf(executablePath)('what is new since the last visit', () => {
  let server: SiteServer
  let planet: TestPlanet
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
    server = await serveSite()
    planet = openPlanet({ [feed]: atom('2020-05-01') })
    await planet.build('2020-05-02T00:00:00Z')
    server.setFolder(path.join(planet.folder, 'public'))
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await planet.close()
  })

  test('a time in the text of an entry does not decide, nor what one has left behind', async () => {
    const context = await browser.newContext()
    try {
      /** A tab of its own is a visit of its own. @returns titles of what is marked as new */
      const visit = async (first?: (seen: string) => void) => {
        const page = await context.newPage()
        await page.goto(server.url)
        if (first !== undefined) {
          await page.click('#tools summary')
          await page.check('[data-tool=new]')
          first(await page.evaluate(() => JSON.stringify({ ...localStorage })))
        }
        const titles = await page.locator('.title:has(.new) a').allTextContents()
        await page.close()
        return titles
      }
      expect(await visit((seen) => expect(seen).toContain(String(Date.parse('2020-05-01T12:00:00Z'))))).toEqual([])
      planet.feeds.set(feed, atom('2020-05-03', '2020-05-01'))
      await planet.build('2020-05-03T13:00:00Z')
      expect(await visit()).toEqual(['Of 2020-05-03'])
      expect(await visit()).toEqual([])
    } finally {
      await context.close()
    }
  })

  test('a visit that was noted for the year 9999 counts as one of now', async () => {
    const context = await browser.newContext()
    try {
      const page = await context.newPage()
      await page.goto(server.url)
      await page.evaluate(
        (seen) => localStorage.setItem(`planet ${location.pathname.replace(/[^/]*$/, 'index.html')} seen`, seen),
        String(Date.parse('9999-12-31')),
      )
      await page.click('#tools summary')
      await page.check('[data-tool=new]')
      const kept = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith(' seen'))?.[1])
      expect(Number(kept)).toBeLessThanOrEqual(Date.now())
    } finally {
      await context.close()
    }
  })
})
