import { htmlToText } from '../html/to-text.ts'

/**
 * A name as it is meant: without the quotes around it, which other programs would have shown, and with HTML read as HTML.
 *
 * @returns with what was done to it, where something was
 */
export function fitName(written: string): { name: string; change: string | undefined } {
  const bare = written.replace(/\s+/g, ' ').trim()
  const unquoted = /^"([^"]*)"$/.exec(bare)?.[1] ?? /^'([^']*)'$/.exec(bare)?.[1] ?? bare
  const isHtml = /&(#\d+|#x[\da-f]+|[a-z]\w+);|<\/?[a-z][^>]*>/i.test(unquoted)
  const name = isHtml ? htmlToText(unquoted) : unquoted.trim()
  return { name, change: name === bare ? undefined : `${bare} became ${name}` }
}

/** A name of OPML, where quotes and tags are what they are; what was escaped twice is read twice, as readers do. */
export function fitOutlineName(written: string): string {
  const bare = written.replace(/\s+/g, ' ').trim()
  return /&(#\d+|#x[\da-f]+|[a-z]\w+);/i.test(bare) && !bare.includes('<') ? htmlToText(bare) : bare
}
