/** A made-up feed, the same at every run: thirds of RSS with CDATA, Atom with HTML, Atom with XHTML; some 5 kB an entry. */
export function renderFeed(feed: number, entries: number, fresh: number): { type: string; body: string } {
  const list = Array.from({ length: entries + fresh }, (_, place) => makeEntry(feed, place - fresh))
  const kind = feed % 3
  const site = `https://blog${feed}.example/`
  if (kind === 0) {
    const items = list.map(
      ({ title, link, date, html }) =>
        `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date.toUTCString()}</pubDate><category>tides</category><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${html}]]></content:encoded></item>`,
    )
    const head = `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog ${feed}</title><link>${site}</link>`
    return { type: 'application/rss+xml', body: `${head}${items.join('\n')}</channel></rss>` }
  }
  const content = (html: string) =>
    kind === 1
      ? `<content type="html">${escapeTags(html)}</content>`
      : `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`
  const items = list.map(
    ({ title, link, date, html }) =>
      `<entry><id>${link}</id><title>${title}</title><link href="${link}"/><published>${date.toISOString()}</published><updated>${date.toISOString()}</updated>${content(html)}</entry>`,
  )
  const updated = list[0]?.date.toISOString() ?? '2026-01-01T00:00:00Z'
  const head = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${site}</id><title>Blog ${feed}</title><link href="${site}"/><updated>${updated}</updated><author><name>Ana ${feed}</name></author>`
  return { type: 'application/atom+xml', body: `${head}${items.join('\n')}</feed>` }
}

const words =
  'the tide comes in twice a day and tables say when nobody reads them what people look at is wall of pier with line for every flood since boats leave harbour at dawn before fog lifts'.split(
    ' ',
  )
const newest = Date.UTC(2026, 10, 20)
const days = 86_400_000

/** One of a feed's entries: 0 is the newest of its first entries, -1 the first that came later. */
function makeEntry(feed: number, index: number) {
  const random = openRandom(feed * 1000 + index + 500)
  const says = (count: number) => Array.from({ length: count }, () => words[random(words.length)] ?? '').join(' ')
  const link = `https://blog${feed}.example/posts/${index}`
  const paragraphs = Array.from(
    { length: 12 },
    () =>
      `<p>${says(20)} <b>${says(2)}</b>, <a href="/tables/${random(1000)}">${says(3)}</a> ${says(15)} <em>${says(1)}</em> &amp; ${says(10)}.</p>`,
  )
  const html = [
    `<h2 id="start">${says(4)}</h2>`,
    ...paragraphs.slice(0, 6),
    `<p><img src="/img/${random(1000)}.jpg" alt="${says(3)}" width="640" height="480"/></p>`,
    `<ul>${Array.from({ length: 6 }, () => `<li>${says(8)}</li>`).join('')}</ul>`,
    `<pre><code>tide --next ${says(12)}</code></pre>`,
    ...paragraphs.slice(6),
    `<blockquote><p>${says(25)}</p></blockquote>`,
  ].join('\n')
  const date = new Date(newest - index * 35 * days - ((feed * 7919) % 35) * days - (feed % 1440) * 60_000)
  return {
    title: `Entry ${index} of blog ${feed}: ${says(4)}`,
    link,
    date: index < 0 ? makeFresh(feed, index) : date,
    html,
  }
}

/** Dates of later entries: all within the last day, one after the other. */
function makeFresh(feed: number, index: number): Date {
  return new Date(newest + days - index * 60_000 + (feed % 1440) * 1000)
}

/** Numbers below a limit, the same for the same seed (a linear congruential generator). */
function openRandom(seed: number): (limit: number) => number {
  let state = (seed * 2654435761) >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

function escapeTags(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
