import type { Warn } from '../collect-warnings.ts'
import type { Element } from './element.ts'
import { parseLoose } from './parse-loose.ts'
import { parseSound } from './parse-sound.ts'

/** For longer documents (in characters), the strict reader takes too much memory. */
const maxStrictLength = 2_000_000

/** The two readers give the same tree wherever both can read the document. */
export type TreeReader = 'strict' | 'loose'

/**
 * Read repaired XML into a tree: at once where it is plainly sound, else by rss-parser; where that finds it ill-formed, loosely and with
 * a warning that says what is wrong.
 *
 * @param reader use only this reader, so that tests can compare the two
 * @returns an element without a name that holds the root, or, in a damaged document, several
 */
export async function parseTree(xml: string, warn: Warn, reader?: TreeReader): Promise<Element> {
  if (reader === 'loose' || (reader === undefined && xml.length > maxStrictLength)) return parseLoose(xml, warn)
  const sound = reader === undefined ? parseSound(xml) : undefined
  if (sound !== undefined) return { name: '', attributes: {}, children: [sound] }
  try {
    // Loaded only here: most feeds need neither rss-parser nor its dependencies, which are slow to load.
    const { parseStrict } = await import('./parse-strict.ts')
    return { name: '', attributes: {}, children: [await parseStrict(xml)] }
  } catch (error) {
    if (reader === 'strict') throw error
    warn('ILL_FORMED', explain(error instanceof Error ? error.message : String(error)))
    return parseLoose(xml, warn)
  }
}

/** The faults that sax reports, and our words for them. */
const faults: readonly (readonly [RegExp, string])[] = [
  [/^Unclosed root tag|^Unexpected end/, 'the document ends in the middle of an element'],
  [/^Unexpected close tag|^Unmatched closing tag|^Invalid tagname in closing tag/, 'an end tag does not fit'],
  [
    /^Unquoted attribute|^Attribute without value|^Invalid attribute|^No whitespace/,
    'an attribute is not written well',
  ],
  [/^Text data outside of root|^Non-whitespace before first/, 'something stands before or after the document'],
  [/^Malformed comment/, 'a comment is not written well'],
  [/^Elements are nested|^Maximum call stack/, 'elements are nested very deep'],
]

function explain(message: string): string {
  const line = /^Line: (\d+)$/m.exec(message)?.[1]
  const sentence = faults.find(([pattern]) => pattern.test(message))?.[1] ?? 'it is not well-formed XML'
  return line === undefined ? sentence : `${sentence} (line ${Number(line) + 1})`
}
