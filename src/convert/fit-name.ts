import { htmlToText } from '../html/to-text.ts'

/**
 * A name as it was meant: without the quotes around it, which other programs would show, and with HTML decoded.
 *
 * @returns the name, with the change made, where there was one
 */
export function fitName(written: string): { name: string; change: string | undefined } {
  const bare = written.replace(/\s+/g, ' ').trim()
  const unquoted = /^"([^"]*)"$/.exec(bare)?.[1] ?? /^'([^']*)'$/.exec(bare)?.[1] ?? bare
  const isHtml = /&(#\d+|#x[\da-f]+|[a-z]\w+);|<\/?[a-z][^>]*>/i.test(unquoted)
  const name = isHtml ? htmlToText(unquoted) : unquoted.trim()
  return { name, change: name === bare ? undefined : `${bare} became ${name}` }
}

/** A name from OPML, where quotes and tags are plain text; text that was escaped twice is unescaped twice, as readers do. */
export function fitOutlineName(written: string): string {
  const bare = written.replace(/\s+/g, ' ').trim()
  return /&(#\d+|#x[\da-f]+|[a-z]\w+);/i.test(bare) && !bare.includes('<') ? htmlToText(bare) : bare
}
