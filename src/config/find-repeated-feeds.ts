import type { ConfigProblem } from './config-error.ts'
import { listWrittenFeeds } from './list-written-feeds.ts'
import { makeFeedKey } from './make-feed-key.ts'
import type { ParsedYaml } from './parse-yaml.ts'

/** Feeds that are listed twice, even where their addresses differ in scheme, `www.` or a slash at the end. */
export function findRepeatedFeeds(yaml: ParsedYaml): ConfigProblem[] {
  const first = new Map<string, { line: number; url: URL }>()
  return listWrittenFeeds(yaml).flatMap(({ url: written, place }) => {
    if (written === undefined) return []
    const url = new URL(written)
    const key = makeFeedKey(written)
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, { line: place.line, url })
      return []
    }
    return [{ ...place, message: `the same feed as line ${known.line}${explainDifference(known.url, url)}` }]
  })
}

function explainDifference(a: URL, b: URL): string {
  const differences = [
    ...(a.protocol === b.protocol ? [] : ['http/https']),
    ...(a.hostname === b.hostname ? [] : ['www.']),
    ...(a.pathname === b.pathname ? [] : ['the slash at the end']),
  ]
  const verb = differences.length === 1 ? 'differs' : 'differ'
  return differences.length === 0 ? '' : ` (only ${differences.join(', ').replace(/, (?=[^,]*$)/, ' and ')} ${verb})`
}
