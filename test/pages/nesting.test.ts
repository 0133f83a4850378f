import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, openBrowser } from './open-page.ts'

const style = readFileSync('templates/planet.css', 'utf8')
const inEntry = (html: string) => `<article class="h-entry"><div class="e-content text">${html}</div></article>`
const nest = (start: string, end: string) => inEntry(`${start.repeat(60)}<b>deep</b>${end.repeat(60)}`)

/** A letter and its marks are never divided, and these have a width (UAX #29). */
const letter = `a${'\u0f7f'.repeat(500)}`

describe.runIf(executablePath)('P-14 on a telephone', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  })

  afterAll(async () => {
    await browser?.close()
  })

  const show = (html: string) =>
    page.setContent(`<!doctype html><style>${style}</style><div class="columns"><main>${html}</main></div>`)
  const scrollWidth = () => page.evaluate(() => document.documentElement.scrollWidth)

  test.each([
    ['lists', nest('<ul><li>', '</li></ul>')],
    ['quotes', nest('<blockquote>', '</blockquote>')],
    ['definitions', nest('<dl><dt>a</dt><dd>', '</dd></dl>')],
    ['details', nest('<details open><summary>a</summary>', '</details>')],
  ])('what stands in sixty %s is seen', async (_, html) => {
    await show(html)
    const right = await page.locator('b').evaluate((element) => element.getBoundingClientRect().right)
    expect(right).toBeLessThanOrEqual(320)
    expect(await scrollWidth()).toBe(320)
  })

  test.each([
    ['a title', inEntry('').replace('<div', `<h2 class="title"><a href="#">${letter}</a></h2><div`)],
    ['the name of a blog', `<h2 class="source"><a href="#">${letter}</a></h2>`],
    ['a heading', `<h1>${letter}</h1>`],
  ])('%s of one letter with hundreds of marks moves nothing', async (_, html) => {
    await show(html)
    expect(await scrollWidth()).toBe(320)
  })
})
