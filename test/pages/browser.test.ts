import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const site = path.join(import.meta.dirname, '../golden/small-planet/expected')
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)
if (executablePath === undefined) console.warn('no Chromium is installed: the pages were not opened in a browser')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
}

describe.runIf(executablePath)('pages in a real browser', () => {
  let browser: Browser
  let server: Server
  let addresses: Record<string, string>

  beforeAll(async () => {
    server = createServer((request, answer) => {
      const [, file = ''] = /^\/some\/path\/([^?#]*)$/.exec(request.url ?? '') ?? []
      const target = path.join(site, file)
      if (!existsSync(target)) return void answer.writeHead(404).end()
      answer.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'text/plain' }).end(readFileSync(target))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    addresses = {
      'from disk': pathToFileURL(`${site}/`).href,
      'under a path': `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path/`,
    }
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    })
  }, 30_000)

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  async function open(file: string, base: string, width = 1280): Promise<{ page: Page; said: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('dialog', (dialog) => said.push(`dialog ${dialog.message()}`) && dialog.dismiss())
    page.on('request', (request) => {
      if (!request.url().startsWith(base)) said.push(`request ${request.url()}`)
    })
    await page.goto(base + file)
    return { page, said }
  }

  const files = ['index.html', '2020/05/31/index.html', '2020/05/index.html']

  test.each(files.flatMap((file) => ['from disk', 'under a path'].map((way) => [file, way] as const)))(
    'P-45 %s opened %s: its style holds, its links lead somewhere, nothing runs and nothing leaves the site',
    async (file, way) => {
      const base = addresses[way] ?? ''
      const { page, said } = await open(file, base)
      expect(await page.evaluate('getComputedStyle(document.querySelector("header.site")).paddingTop')).toBe('40px')
      const links = (await page.evaluate('[...document.links].map((link) => link.href)')) as string[]
      const own = links.filter((link) => link.startsWith(base)).map((link) => decodeURI(link.slice(base.length)))
      expect(own.length).toBeGreaterThan(3)
      for (const link of own) {
        const [target = '', fragment] = link.split('#')
        expect(existsSync(path.join(site, target || file)), link).toBe(true)
        if (fragment) expect(readFileSync(path.join(site, target || file), 'utf8')).toContain(`id="${fragment}"`)
      }
      expect(said).toEqual([])
      await page.close()
    },
  )

  test.each(files)('P-14 %s at 320 pixels does not scroll sideways', async (file) => {
    const { page } = await open(file, addresses['from disk'] ?? '', 320)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.close()
  })
})
