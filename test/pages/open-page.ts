import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** The Chromium of this machine, where it has one. */
export const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => existsSync(file),
)

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

/** One request for something that is not of the site. */
type ForeignRequest = { url: string; type: string; referer: string | undefined }

export type OpenPage = {
  page: Page
  /** What no good page does: it ran what others wrote, complained, or asked something. */
  complaints: string[]
  foreign: ForeignRequest[]
  close(): Promise<void>
}

/** What every picture from elsewhere looks like: much too wide. */
const widePicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="300"><rect width="3000" height="300"/></svg>'

/**
 * Open a page and listen to it. Nothing that it asks for leaves this machine: pictures from elsewhere are answered here,
 * all else from elsewhere is refused.
 *
 * @param root where the site begins: requests for anything else are foreign
 */
export async function openPage(
  browser: Browser,
  address: string,
  root: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const foreign: ForeignRequest[] = []
  await page.exposeFunction('pwned', () => complaints.push('a script of a feed ran'))
  await page.exposeFunction('complain', (text: string) => complaints.push(text))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // @ts-expect-error: exposed above
      complain(`the policy stopped ${violatedDirective} ${blockedURI}`)
    })
  })
  page.on('console', (message) => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`) && dialog.dismiss())
  page.on('popup', (popup) => complaints.push(`a window opened: ${popup.url()}`))
  await page.route(
    (url) => !url.href.startsWith(root) && !/^(data|blob):/.test(url.href),
    (route) => {
      const request = route.request()
      foreign.push({ url: request.url(), type: request.resourceType(), referer: request.headers().referer })
      if (request.resourceType() !== 'image') return route.abort()
      return route.fulfill({ contentType: 'image/svg+xml', body: widePicture })
    },
  )
  await page.goto(address, { waitUntil: 'load' })
  return { page, complaints, foreign, close: () => context.close() }
}
