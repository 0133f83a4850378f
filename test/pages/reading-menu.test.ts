import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlanet, type TestPlanet } from '../feeds/open-planet.ts'
import { executablePath, openBrowser } from './open-page.ts'
import { type SiteServer, serveSite } from './serve-site.ts'

const days = ['2020-05-03', '2020-05-02', '2020-05-01']
const entries = days.flatMap((day) =>
  ['18', '12'].map(
    (hour) =>
      `<entry><id>tag:a.example,2020:${day}-${hour}</id><title>${day} ${hour}</title><link href="https://a.example/${day}/${hour}"/><updated>${day}T${hour}:00:00Z</updated><content type="html">${'&lt;p>A word, and another one.&lt;/p>'.repeat(30)}</content></entry>`,
  ),
)
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.example/</id><title>A</title><updated>2020-05-03T20:00:00Z</updated>${entries.join('')}</feed>`

describe.runIf(executablePath)('the menu of reading aids, and what stands beside the entries', () => {
  let server: SiteServer
  let planet: TestPlanet
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    server = await serveSite()
    planet = openPlanet({ 'https://a.example/feed': atom }, 'show: {days: 2}\n')
    await planet.build('2020-05-04T00:00:00Z')
    server.setFolder(path.join(planet.folder, 'public'))
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1200, height: 700 }, reducedMotion: 'reduce' })
    await page.goto(server.url)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server.close()
    await planet.close()
  })

  const marked = () => page.locator('.outline [aria-current]').allTextContents()
  const waitForMark = (text: string) =>
    page.waitForFunction((text) => document.querySelector('.outline [aria-current]')?.textContent === text, text)
  const top = (text: string) =>
    page.locator('.day', { hasText: text }).evaluate((day) => Math.round(day.getBoundingClientRect().top))

  test('what the reader has come to is marked in the outline, one entry at a time', async () => {
    await page.locator('.h-entry', { hasText: '2020-05-02 18' }).evaluate((entry) => entry.scrollIntoView())
    await waitForMark('2020-05-02 18')
    expect(await marked()).toHaveLength(1)
    await page.evaluate(() => scrollTo(0, 0))
    await page
      .locator('.h-entry')
      .nth(1)
      .evaluate((entry) => entry.scrollIntoView())
    await waitForMark('2020-05-03 12')
    expect(await marked()).toHaveLength(1)
  })

  test('a switch acts at once, is kept for the next page, and can be taken back', async () => {
    await page.locator('#tools summary').click()
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    const usual = await size()
    await page.selectOption('[data-tool=size]', 'large')
    expect(await size()).toBeGreaterThan(1.1 * usual)
    await page.selectOption('[data-tool=long]', 'brief')
    const shown = () => page.locator('.h-entry').first().locator('.e-content > p:visible').count()
    expect(await shown()).toBe(1)
    await page.reload()
    expect(await size()).toBeGreaterThan(1.1 * usual)
    expect(await shown()).toBe(1)
    await page.locator('#tools summary').click()
    await page.selectOption('[data-tool=size]', '')
    await page.selectOption('[data-tool=long]', '')
    expect(await size()).toBe(usual)
    expect(await shown()).toBe(30)
    await page.keyboard.press('Escape')
    expect(await page.locator('#tools').getAttribute('open')).toBe(null)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
  })

  test('no key does anything until it is switched on; then n and p go from day to day, and on to the next page', async () => {
    await page.evaluate(() => scrollTo(0, 0))
    await page.keyboard.press('n')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.locator('#tools summary').click()
    await page.check('[data-tool=keys]')
    await page.keyboard.press('Escape')
    const second = await top('May 02, 2020')
    expect(second).toBeGreaterThan(700)
    await page.keyboard.press('n')
    await page.waitForFunction(() => scrollY > 0)
    await page.keyboard.press('n')
    await page.waitForFunction(
      () => Math.abs(document.querySelectorAll('.day')[1]?.getBoundingClientRect().top ?? 999) < 60,
    )
    await page.keyboard.press('p')
    await page.waitForFunction(
      () => Math.abs(document.querySelectorAll('.day')[0]?.getBoundingClientRect().top ?? 999) < 60,
    )
    await page.keyboard.press('n')
    await page.waitForFunction(
      () => Math.abs(document.querySelectorAll('.day')[1]?.getBoundingClientRect().top ?? 999) < 60,
    )
    await page.keyboard.press('n')
    await page.waitForURL(/2020\/05\/01\/$/)
    await page.keyboard.press('p')
    await page.waitForURL(/2020\/05\/02\/$/)
  })

  test('P-14 the open menu fits a small telephone, with letters spaced out (WCAG 1.4.12)', async () => {
    const small = await browser.newPage({ viewport: { width: 320, height: 640 }, bypassCSP: true })
    await small.goto(server.url)
    await small.locator('#tools summary').click()
    await small.addStyleTag({ content: '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' })
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await small.close()
  })

  test('P-11 how much was posted on a day is seen where a reader forces the colors', async () => {
    const forced = await browser.newPage({ forcedColors: 'active' })
    await forced.goto(`${server.url}2020/`)
    const ground = (selector: string) =>
      forced
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await ground('.calendar td[class] a')).not.toBe(await ground('html'))
    await forced.close()
  })
})
