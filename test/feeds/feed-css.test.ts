import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'

const site = path.join(import.meta.dirname, '../golden/small-planet/expected')
const executablePath = '/usr/bin/chromium'
const types: Record<string, string> = { '.xml': 'text/xml', '.css': 'text/css' }

test.runIf(existsSync(executablePath)).each(['atom.xml', 'archive/1.xml', 'blog/hostile/atom.xml'])(
  'F-22 a person who opens %s in a browser is told what it is, and sees titles instead of markup',
  async (file) => {
    const server = createServer((request, answer) => {
      const target = path.join(site, request.url ?? '')
      if (!existsSync(target)) return void answer.writeHead(404).end()
      answer.writeHead(200, { 'Content-Type': types[path.extname(target)] ?? 'text/plain' }).end(readFileSync(target))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${file}`)
      const shown = await page.evaluate(() => {
        const displayOf = (name: string) => {
          const element = document.querySelector(name)
          return element === null ? undefined : getComputedStyle(element).display
        }
        return {
          note: getComputedStyle(document.documentElement, '::before').content,
          title: displayOf('entry > title'),
          content: displayOf('entry > content'),
          id: displayOf('entry > id'),
        }
      })
      expect(shown).toEqual({
        note: expect.stringContaining('This is a feed'),
        title: 'block',
        content: 'none',
        id: 'none',
      })
    } finally {
      await browser.close()
      server.close()
    }
  },
  30_000,
)
