import { register } from 'node:module'
import Parser from 'rss-parser'

/**
 * Parsing from bytes to entries, without the sanitiser, compared with rss-parser as published, on the same documents, in turns. Documents:
 * thirds of RSS with CDATA, Atom with HTML, Atom with XHTML.
 */
register('./without-sanitiser.mjs', import.meta.url)
const { read } = await import('../src/normalize/read/read.ts')

const paragraph =
  'The tide comes in twice a day, and the tables say when. Nobody reads them. What people read is the wall of the pier. '
const text = `<p>${paragraph.repeat(3)}</p><ul><li>One &amp; two</li><li><a href="/x">three</a></li></ul>`.repeat(10)
const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const many = (make: (index: number) => string) => Array.from({ length: 20 }, (_, index) => make(index)).join('\n')

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>R</title><link>https://a.example/</link>${many(
  (n) =>
    `<item><title>Entry ${n}</title><link>https://a.example/${n}</link><guid>https://a.example/${n}</guid><pubDate>Fri, 28 May 2010 21:03:38 GMT</pubDate><description>Short</description><content:encoded><![CDATA[${text}]]></content:encoded></item>`,
)}</channel></rss>`
const atom = (type: string, content: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>A</title><updated>2010-05-28T21:03:38Z</updated>${many(
    (n) =>
      `<entry><id>urn:${n}</id><title>Entry ${n}</title><link href="https://a.example/${n}"/><updated>2010-05-28T21:03:38Z</updated><author><name>Ana</name></author><content type="${type}">${content}</content></entry>`,
  )}</feed>`
const kinds = {
  'RSS, CDATA': rss,
  'Atom, html': atom('html', escaped),
  'Atom, xhtml': atom('xhtml', `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`),
}

const plain = new Parser()
const rounds = Number(process.argv[2] ?? 7)

for (const [kind, document] of Object.entries({ ...kinds, 'all three': undefined })) {
  const documents = document === undefined ? Object.values(kinds) : [document]
  const bodies = documents.map((one) => Buffer.from(one))
  const ours = async () => {
    for (const body of bodies) await read({ body, contentType: undefined, baseUrl: 'https://a.example/feed' })
  }
  const theirs = async () => {
    for (const body of bodies) await plain.parseString(body.toString())
  }
  const megabytes = (10 * bodies.reduce((sum, body) => sum + body.length, 0)) / 1e6
  const ratios: number[] = []
  let [best, bestPlain] = [0, 0]
  await measure(ours)
  await measure(theirs)
  for (let round = 0; round < rounds; round++) {
    const [own, other] = [megabytes / (await measure(ours)), megabytes / (await measure(theirs))]
    ratios.push(own / other)
    best = Math.max(best, own)
    bestPlain = Math.max(bestPlain, other)
  }
  const median = ratios.sort((a, b) => a - b)[rounds >> 1] ?? 0
  console.log(
    `${kind.padEnd(14)} ${best.toFixed(1)} MB/s; rss-parser ${bestPlain.toFixed(1)} MB/s; median of ${rounds} pairs ${median.toFixed(2)}`,
  )
}

/** Seconds of CPU for ten turns. */
async function measure(task: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  for (let turn = 0; turn < 10; turn++) await task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
