import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ParsedFeed } from '../../src/model.ts'
import { read } from '../../src/normalize/read/read.ts'
import { findUnsafe } from './find-unsafe.ts'
import { makeRandom, mutate } from './mutate.ts'

const root = path.join(import.meta.dirname, '../..')
const folders = ['demo/feeds', 'test/golden/small-planet/feeds', 'test/fixtures/read']

/** Milliseconds that the pool grants a feed. */
const limit = 10_000

/** Every sample feed of the project. */
export function loadSamples(): Uint8Array[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .sort()
        .map((file) => path.join(root, folder, file)),
    )
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file))
}

/**
 * Read damaged documents, as many as asked for, the same for the same seed.
 *
 * @returns what went wrong, each with the number of its document; how many were still feeds; the slowest, in milliseconds of processor time
 */
export async function fuzz(
  count: number,
  seed: number,
): Promise<{ findings: string[]; feeds: number; slowest: number }> {
  const samples = loadSamples()
  const random = makeRandom(seed)
  const pick = () => samples[Math.floor(random() * samples.length)] ?? new Uint8Array()
  const findings: string[] = []
  let [feeds, slowest] = [0, 0]
  for (let number = 0; number < count; number++) {
    const body = mutate(pick(), pick(), random)
    const start = process.cpuUsage()
    try {
      const result = await read({ body, contentType: undefined, baseUrl: 'https://a.example/feed.xml' })
      if (result.kind === 'read') {
        feeds++
        findings.push(...findFaults(result.feed).map((fault) => `${number}: ${fault}`))
      }
    } catch (error) {
      findings.push(`${number}: threw ${error instanceof Error ? error.stack : error}`)
    }
    const { user, system } = process.cpuUsage(start)
    slowest = Math.max(slowest, (user + system) / 1000)
  }
  if (slowest > limit) findings.push(`the slowest took ${Math.round(slowest)} ms`)
  return { findings, feeds, slowest }
}

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
const safe = /^(https?:\/\/|mailto:|xmpp:|tel:|geo:|magnet:|gemini:|data:image\/)/i

function findFaults({ about, entries }: ParsedFeed): string[] {
  const texts = [
    about.title,
    about.subtitle,
    about.rights,
    about.generator,
    ...entries.flatMap((entry) => [entry.title, entry.rights]),
  ]
  const names = entries.flatMap(({ authors, contributors }) => [...authors, ...contributors].map(({ name }) => name))
  const terms = entries.flatMap(({ categories }) => categories.flatMap(({ term, label }) => [term, label]))
  const links = [
    ...[about.link, about.image, about.feedUrl],
    ...entries.flatMap((entry) => [
      entry.link,
      entry.commentsUrl,
      ...entry.links.map(({ href }) => href),
      ...entry.enclosures.map(({ url }) => url),
    ]),
  ]
  const html = entries.flatMap((entry) => [entry.titleHtml, entry.summaryHtml, entry.contentHtml])
  const dates = entries.flatMap(({ published, updated }) => [published, updated])
  return [
    ...[...texts, ...names, ...terms]
      .filter((text) => text !== undefined && control.test(text))
      .map((text) => `control character in ${JSON.stringify(text)}`),
    ...names
      .filter((name) => name !== undefined && /^[\w.+-]+@[\w.-]+\.\w+$/.test(name))
      .map((name) => `an address for a name: ${name}`),
    ...links.filter((link) => link !== undefined && !safe.test(link)).map((link) => `the link ${JSON.stringify(link)}`),
    ...dates
      .filter((date) => date !== undefined && (Number.isNaN(+date) || date.getUTCFullYear() < 1969))
      .map((date) => `the date ${date}`),
    ...html.flatMap((text) =>
      text === undefined ? [] : findUnsafe(text).map((what) => `${what} in ${JSON.stringify(text.slice(0, 300))}`),
    ),
  ]
}
