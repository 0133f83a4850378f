import type { Day, Page } from '../src/model.ts'
import { openCalendar } from '../src/render/dates/open-calendar.ts'
import { openMessages } from '../src/render/messages/open-messages.ts'
import { renderPage } from '../src/render/pages/render-page.ts'
import { loadTheme } from '../src/render/site/load-theme.ts'
import { openTemplates } from '../src/render/theme/open-templates.ts'
import { makePlanet, makeStored } from '../test/render/make-site.ts'

/** Pages alone, without a store and without writing: how long a thousand days of twenty entries take. */
const [pages = 1000, entries = 20] = process.argv.slice(2).map(Number)

const planet = makePlanet({ timezone: 'Europe/Berlin' })
const templates = openTemplates(await loadTheme(planet.theme, process.cwd()))
const calendar = await openCalendar(planet.timezone, planet.language)
const look = { planet, calendar, templates, faces: new Map<string, string>(), translate: openMessages(planet.language) }

const paragraph =
  '<p>The <b>tide</b> comes in twice a day, and <a href="https://a.example/tables">the tables</a> say when. Nobody reads them. ' +
  'What people read is the wall of the pier, which has a line for every flood since 1884.</p>'
const contentHtml = `${paragraph.repeat(6)}<ul><li>One</li><li>two</li></ul><pre><code>tide --next</code></pre>`

/** The day that is some days before a fixed one. */
function makeDay(back: number): Page {
  const day: Day = new Date(Date.UTC(2026, 10, 20 - back)).toISOString().slice(0, 10)
  const list = Array.from({ length: entries }, (_, index) => {
    const minute = String(59 - (index % 60)).padStart(2, '0')
    return makeStored(`${day}T12:${minute}:00Z`, { id: `https://a.example/${back}/${index}`, contentHtml })
  })
  return { kind: 'day', day, entries: list, written: [], older: undefined, newer: undefined }
}

const days = Array.from({ length: pages }, (_, back) => makeDay(back))
for (const day of days.slice(0, pages / 10)) renderPage(day, look)

const startedAt = performance.now()
let bytes = 0
for (const day of days) bytes += Buffer.byteLength(renderPage(day, look).bytes as string)
const seconds = (performance.now() - startedAt) / 1000
const size = (bytes / pages / 1000).toFixed(0)
console.log(`${pages} days of ${entries} entries, ${size} kB each: ${seconds.toFixed(2)} s to render`)
