// Pictures of a built site for people to look at, one sheet for each page: in five widths and on paper, light and dark. usage: npx tsx
// bench/contact-sheets.ts SITE-FOLDER OUT-FOLDER [page …], for example public /tmp/sheets "" archive/
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openBrowser } from '../test/pages/open-page.ts'
import { serveSite } from '../test/pages/serve-site.ts'

const [site = 'public', out = 'sheets', ...given] = process.argv.slice(2)
const pages = given.length > 0 ? given : ['', 'blogs/', 'archive/', 'titles/', 'subscribe/', 'about/', '404.html']
const looks = [
  ...[1280, 768, 390, 320].map((width) => ({ width, scheme: 'light' as const, media: 'screen' as const })),
  ...[1280, 390].map((width) => ({ width, scheme: 'dark' as const, media: 'screen' as const })),
  { width: 794, scheme: 'light' as const, media: 'print' as const },
]

const server = await serveSite()
server.setFolder(path.resolve(site))
const browser = await openBrowser()
mkdirSync(out, { recursive: true })
try {
  for (const page of pages) {
    const figures: string[] = []
    for (const { width, scheme, media } of looks) {
      const height = width < 500 ? Math.round(width * 2.2) : width
      const tab = await browser.newPage({ viewport: { width, height }, colorScheme: scheme })
      await tab.emulateMedia({ media })
      await tab.goto(server.url + page, { waitUntil: 'load' })
      const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      const shot = (await tab.screenshot()).toString('base64')
      const name = `${page || 'front'} ${width} ${media === 'print' ? 'print' : scheme}${beyond > 0 ? `, ${beyond} px too wide` : ''}`
      figures.push(`<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${shot}"></figure>`)
      await tab.close()
    }
    const sheet = await browser.newPage({ viewport: { width: 1900, height: 900 } })
    await sheet.setContent(
      `<style>body{display:flex;flex-wrap:wrap;gap:10px;background:#777}figure{margin:0}figcaption{background:#ff0}img{height:820px}</style>${figures.join('')}`,
    )
    const file = path.join(out, `${page.replace(/[^\w-]+/g, '-').replace(/-$/, '') || 'front'}.png`)
    writeFileSync(file, await sheet.screenshot({ fullPage: true }))
    await sheet.close()
    process.stdout.write(`${file}\n`)
  }
} finally {
  await browser.close()
  await server.close()
}
