import { makeHtml, makeTitleHtml } from '../../src/html/make-html.ts'
import { parseHtml } from '../../src/html/parse-html.ts'
import { renderHtml } from '../../src/html/render-html.ts'
import { truncateHtml } from '../../src/html/truncate-html.ts'
import { findUnsafe } from '../torture/find-unsafe.ts'
import { makeRandom } from '../torture/mutate.ts'
import { judgeConformed } from './judge-conformed.ts'
import { makeDocument } from './make-documents.ts'

const say = () => {}

/**
 * Make the HTML of documents made by chance, the same for the same seed, and judge what comes of them: whole, truncated, as a title.
 *
 * @returns what was wrong, with the source
 */
export function fuzzHtml(count: number, seed: number): string[] {
  const findings: string[] = []
  for (let number = 0; number < count; number++) {
    const source = makeDocument(makeRandom(seed * 1_000_003 + number), 3 + (number % 60))
    const note = (what: string) => findings.push(`${what}: ${JSON.stringify(source)}`)
    try {
      const html = makeHtml(source, 'https://blog.example/post/', say) ?? ''
      for (const fault of judgeConformed(html)) note(fault)
      const part = truncateHtml(parseHtml(html).nodes, 3)
      if (part !== undefined) for (const fault of judgeConformed(renderHtml(part.nodes))) note(`truncated, ${fault}`)
      for (const fault of findUnsafe(makeTitleHtml(source, say))) note(`in a title, ${fault}`)
    } catch (error) {
      note(`threw ${error instanceof Error ? error.stack : error}`)
    }
  }
  return findings
}
