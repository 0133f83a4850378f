import { hash } from 'node:crypto'
import type { Warn } from '../collect-warnings.ts'
import { makeContent } from './make-shown-text.ts'
import type { SourceText } from './make-text.ts'

/** The texts of an entry as they are kept, and a hash of their sources. */
type MadeTexts = {
  html: (string | undefined)[]
  /** `undefined` where a text gave a warning, which must be given again each time. */
  source: string | undefined
}

/**
 * Make the texts of an entry, unless the hash of their sources is known: then they stay `undefined`, and the store has them.
 *
 * @param sourceHash hash of the texts as written, from `hashSource`
 * @param page where relative links count from, unless the feed has a base of its own: an entry was written for its page
 * @param known hashes of sources of texts that the same version of this program made
 */
export function makeTexts(
  texts: readonly (SourceText | undefined)[],
  sourceHash: string,
  page: string | undefined,
  known: ReadonlySet<string>,
  warn: Warn,
): MadeTexts {
  const bases: (string | undefined)[] = []
  for (const text of texts) bases.push(text && findBase(text, page))
  const source = hash('sha256', JSON.stringify([sourceHash, bases]), 'base64url')
  if (known.has(source)) return { html: [], source }
  let isSound = true
  const tell: Warn = (code, sentence) => {
    isSound = false
    warn(code, sentence)
  }
  const html: (string | undefined)[] = []
  for (const text of texts) html.push(text && makeContent(text, bases[html.length] ?? text.base, tell))
  return { html, source: isSound ? source : undefined }
}

function findBase(text: SourceText, page: string | undefined): string {
  return text.isBased ? text.base : (page ?? text.base)
}
