import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import type { OpenPage } from './open-page.ts'

/**
 * What axe-core finds wrong with a page, one line an element.
 *
 * @param tags only rules that have one of them
 */
export async function findBarriers(page: Page, tags?: string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    const rules = { 'target-size': { enabled: true } }
    const runOnly = values === undefined ? {} : { runOnly: { type: 'tag', values } }
    const options = { rules, ...runOnly, resultTypes: ['violations'], preload: false, elementRef: true }
    const { violations } = await axe.run(options)
    return violations.flatMap(({ id, nodes }) =>
      nodes
        // P-13 is for what we lay out: how close links stand in a text is its author's matter.
        .filter(({ element }) => id !== 'target-size' || !element?.closest('.e-content'))
        .map(
          ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 120)}: ${failureSummary.split('\n')[1]?.trim()}`,
        ),
    )
  }, tags)
}

/** What stands out of a page that is as wide as a small telephone, or as a window at 400 % (WCAG 1.4.10). */
export async function findOverflow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  return page.evaluate(() => {
    // What is cut off there at last is found, too.
    document.querySelector<HTMLElement>('.columns')?.style.setProperty('overflow', 'visible')
    const width = document.documentElement.scrollWidth
    if (width <= 320) return []
    const scrolls = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement))
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > 320 && !scrolls(element.parentElement),
    )
    return [`is ${width} pixels wide`, ...wide.slice(-5).map((element) => element.outerHTML.slice(0, 120))]
  })
}

/**
 * Titles and texts that do not begin at the edge where their language does, what a blog says of itself that does not stand below its name, code that is
 * read from the right, and what looks like a link and leads nowhere.
 */
export async function findDeceptions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const titles = [...document.querySelectorAll<HTMLElement>('.h-entry:not(.note) > .title')].filter((title) => {
      const range = document.createRange()
      range.selectNodeContents(title)
      const [text, entry] = [range.getBoundingClientRect(), title.parentElement?.getBoundingClientRect()]
      const isRtl = getComputedStyle(title).direction === 'rtl'
      return text.width > 0 && Math.abs(isRtl ? text.right - (entry?.right ?? 0) : text.left - (entry?.left ?? 0)) > 2
    })
    // A column that is wider than the text may be: that begins at its own edge, too, whatever is known of its language.
    const texts = [...document.querySelectorAll<HTMLElement>('.h-entry:not(.note) > .text')].filter((text) => {
      const [box, entry] = [text.getBoundingClientRect(), text.parentElement?.getBoundingClientRect()]
      const isRtl = getComputedStyle(text).direction === 'rtl'
      return box.width > 0 && Math.abs(isRtl ? box.right - (entry?.right ?? 0) : box.left - (entry?.left ?? 0)) > 2
    })
    const said = [...document.querySelectorAll<HTMLElement>('.says')].filter((says) => {
      const range = document.createRange()
      range.selectNodeContents(says)
      const [text, card] = [range.getBoundingClientRect(), says.parentElement?.getBoundingClientRect()]
      const isRtl = document.dir === 'rtl'
      return text.width > 0 && Math.abs(isRtl ? text.right - (card?.right ?? 0) : text.left - (card?.left ?? 0)) > 2
    })
    const code = [...document.querySelectorAll<HTMLElement>('.text :is(code, kbd, samp, pre)')].filter(
      (one) => getComputedStyle(one).direction === 'rtl',
    )
    const idle = [...document.querySelectorAll<HTMLElement>('a:not([href])')].filter(
      (link) =>
        link.parentElement !== null && getComputedStyle(link).color !== getComputedStyle(link.parentElement).color,
    )
    return [
      ...[...titles, ...texts].map((title) => `begins at the wrong edge: ${title.outerHTML.slice(0, 120)}`),
      ...said.map((says) => `stands away from its name: ${says.outerHTML.slice(0, 120)}`),
      ...code.map((one) => `code from the right: ${one.outerHTML.slice(0, 120)}`),
      ...idle.map((link) => `looks like a link: ${link.outerHTML.slice(0, 120)}`),
    ]
  })
}

/** Where somebody who has a keyboard and no mouse begins: at a link to the content (P-02). */
export async function findDetours(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  const first = await page.evaluate(() => {
    const link = document.activeElement
    const { top, bottom } = link?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    const isShown = top >= 0 && bottom <= innerHeight && bottom > top
    return link?.getAttribute('href') === '#main' && isShown
      ? []
      : [`Tab leads first to ${link?.outerHTML.slice(0, 80)}`]
  })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const second = await page.evaluate(() => {
    const main = document.querySelector('main')
    const next = document.activeElement
    const isBehind =
      main !== null && next !== null && main.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING
    const isLast = main?.querySelector('a[href], button, input, summary, [tabindex="0"]') === null
    return isBehind || isLast ? [] : ['the first link does not lead to the content']
  })
  return [...first, ...second]
}

/** Elements that can have the focus without being seen, or without it being seen that they have it: P-12. */
export async function findHiddenFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: HTMLElement) => {
      const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
      if (box === undefined || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return false
      const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (box.top + box.bottom) / 2]
      // A box that is higher than the window is seen, if not in its middle.
      const spot = document.elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1))
      return spot !== null && (element.contains(spot) || spot.contains(element))
    }
    const hasRing = (element: HTMLElement) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, audio, video, [tabindex]',
    )
    return [...all].flatMap((element) => {
      element.focus()
      // A browser does so with the next frame.
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      // What stands in closed details, or is hidden altogether, cannot have it.
      if (document.activeElement !== element || element.tabIndex < 0) return []
      const shown = element.outerHTML.slice(0, 120)
      if (!isShown(element)) return [`has the focus and is not seen: ${shown}`]
      return hasRing(element) ? [] : [`has the focus and does not show it: ${shown}`]
    })
  })
}

/** What does not work without scripts: text that only they show, and things to press that only they answer. */
export async function findScriptNeeds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const text = [...document.querySelectorAll<HTMLElement>('main h1, main h2, main h3, main h4, .h-entry')]
    const hidden = text.filter(
      (element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
    const idle = [
      ...document.querySelectorAll<HTMLElement>('button, [role="button"], a[href=""], a:not([href])[tabindex]'),
    ].filter(
      (element) =>
        element.checkVisibility() && element.closest('form') === null && !element.hasAttribute('popovertarget'),
    )
    return [
      ...hidden.map((element) => `is not shown without scripts: ${element.outerHTML.slice(0, 120)}`),
      ...idle.map((element) => `does nothing without scripts: ${element.outerHTML.slice(0, 120)}`),
    ]
  })
}

/** Requests that leave the site and are none for a picture that stands in the page, or that tell who reads: P-43. */
export async function findLeaks({ page, foreign }: OpenPage): Promise<string[]> {
  const pictures = await page.evaluate(() => {
    const addresses = (image: HTMLImageElement) => [image.src, image.currentSrc]
    return [
      ...[...document.images].flatMap(addresses),
      ...[...document.querySelectorAll('video')].map(({ poster }) => poster),
    ]
  })
  const isPicture = ({ url, type }: { url: string; type: string }) => type === 'image' && pictures.includes(url)
  return [
    ...foreign.filter((request) => !isPicture(request)).map(({ url, type }) => `asks for ${type} ${url}`),
    ...foreign.filter(({ referer }) => referer !== undefined).map(({ url }) => `tells ${url} where it stands`),
  ]
}

/** Go once through all of a page, so that what waits to be seen, to be pointed at or to have the focus, is. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll<HTMLElement>('.e-content, .e-content *')) {
      element.focus()
      element.dispatchEvent(new PointerEvent('pointerenter'))
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
    }
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' })
      // Pictures that wait are asked for only once a frame has shown where they are.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    }
    scrollTo({ top: 0, behavior: 'instant' })
    const isLoaded = () => [...document.images].every(({ complete }) => complete)
    for (let turn = 0; turn < 100 && !isLoaded(); turn++) await new Promise((done) => setTimeout(done, 10))
  })
}
