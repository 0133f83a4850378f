import { readFileSync } from 'node:fs'
import { parseFeedUrl } from '../config/parse-address.ts'
import { showFile } from '../config/show-file.ts'
import type { FeedProblem } from '../model.ts'
import { loginPage } from '../text/login-page.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import { quoteForShell } from './quote-for-shell.ts'

/** What the operator is to do about a feed. */
type Ailing = { url: string; problem: FeedProblem | undefined; neverWorked: boolean }

/** A sentence; the line of feeds.yaml; or a command, which is never wrapped, so that it can be copied. */
export type Remedy = { text: string } | { place: string } | { command: string }

/**
 * How the operator can mend a feed: its place in feeds.yaml, and the command that puts it right. Empty where there is nothing for the
 * operator to do.
 *
 * @param file feeds.yaml, absolute
 */
export async function makeRemedy({ url, problem, neverWorked }: Ailing, file: string): Promise<Remedy[]> {
  if (problem === undefined) return []
  const word = quoteForShell(url)
  if (problem.code === 'QUARANTINED') {
    return [{ text: 'if it is still the same blog, run:' }, { command: `planet build --accept ${word}` }]
  }
  if (!neverWorked && problem.code !== 'HTML' && problem.code !== 'GONE') return []
  const line = await findLine(url, file)
  const place = line === undefined ? [] : [{ place: `${showFile(file)}, line ${line}: - ${url}` }]
  if (problem.code !== 'HTML' || line === undefined) return place
  const login = problem.message === loginPage ? [{ text: askForKey }] : []
  // A blog that had a feed here needs none looked for: it wants to know who asks.
  if (login.length > 0 && !neverWorked) return [...place, ...login]
  // The listed page may announce its feeds, or have one at a usual address: `planet add` looks for it, and writes it into this very line.
  return [
    ...place,
    ...login,
    { text: 'write the address of a feed there, or let this look for it:' },
    { command: `planet add ${word}` },
  ]
}

/** What helps where a page to log in at stands in place of the feed. */
export const askForKey =
  'where you have a name and password, or a key, say it under headers: of the feed; else ask the blog’s owner to let feed readers through'

/** The line of feeds.yaml that lists a feed; `undefined` where its address is not found there. */
async function findLine(url: string, file: string): Promise<number | undefined> {
  // Loaded only here: yaml is large, and a build or a status without problems has no line to name.
  const { parseYaml } = await import('../config/parse-yaml.ts')
  try {
    const yaml = parseYaml(readFileSync(file, 'utf8'))
    const list = yaml.valueAt(['feeds'])
    const index = Array.isArray(list) ? list.findIndex((item: unknown) => addressOf(item) === url) : -1
    return index === -1 ? undefined : yaml.placeOf(['feeds', index]).line
  } catch {
    // feeds.yaml was moved or broken since it was read: there is no line to name.
    return undefined
  }
}

function addressOf(item: unknown): string | undefined {
  const given = typeof item === 'object' && item !== null && 'url' in item ? item.url : item
  const parsed = typeof given === 'string' ? parseFeedUrl(given) : undefined
  return parsed !== undefined && 'value' in parsed ? parsed.value : undefined
}

/** @param indent of sentences; commands stand two columns further in */
export function renderRemedy(remedy: Remedy[], columns: number, indent: string): string[] {
  return remedy.flatMap((part) => {
    if ('command' in part) return [`${indent}  ${makeLine(part.command)}`]
    return wrapText(makeLine('text' in part ? part.text : part.place), columns, indent, `${indent}  `)
  })
}
