import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { parseUrl } from '../text/parse-url.ts'
import { drawLine } from './print.ts'

/** One line on stderr that shows how far a build is; it is erased at the end. */
export type ProgressLine = { step(): void; close(): void }

/** Ten times a second, and no more. */
const redrawMs = 100
const signs = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'

/**
 * Draw how many feeds are done, and which feed the build waits for, until closed.
 *
 * @param urls of the feeds, in the order in which they will be done
 */
export function openProgressLine(urls: string[]): ProgressLine {
  let done = 0
  let drawn = 0
  const draw = () => {
    const sign = signs[drawn % signs.length]
    const awaited = urls[done]
    const what = awaited === undefined ? 'writing the site' : `waiting for ${showHost(awaited)}`
    drawLine(cutColumns(`${sign} ${done}/${urls.length} feeds  ${what}`, (process.stderr.columns || 80) - 1))
    drawn += 1
  }
  const timer = setInterval(draw, redrawMs)
  // The timer must not keep an ended build's process alive.
  timer.unref()
  const close = () => {
    clearInterval(timer)
    process.off('exit', close)
    if (drawn > 0) drawLine('')
    drawn = 0
  }
  // Ctrl-C leaves no half line behind.
  process.on('exit', close)
  return {
    step() {
      done += 1
    },
    close,
  }
}

function showHost(url: string): string {
  return makeLine(parseUrl(url)?.host.replace(/^www\./, '') ?? url)
}
