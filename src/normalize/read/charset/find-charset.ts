import { decodeWith } from './decode-with.ts'

/** What the bytes and headers of an answer tell of its charset. */
export type Charset = {
  /** The only charset that the first bytes allow. */
  certain: string | undefined
  /** The charsets that the header and the document claim, in the order of trust; lower-case. */
  claimed: string[]
}

/** First bytes of a document, in hex, and the only charset that begins so (XML 1.0, appendix F). */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^efbbbf/, 'utf-8'],
  [/^0000feff|^000000(3c|7b|0a|0d|20)/, 'utf-32be'],
  [/^fffe0000|^(3c|7b|0a|0d|20)000000/, 'utf-32le'],
  [/^feff|^00(3c|7b|0a|0d|20)/, 'utf-16be'],
  [/^fffe|^(3c|7b|0a|0d|20)00/, 'utf-16le'],
]

/** "<?xm" in EBCDIC. Its declaration reads the same in every EBCDIC page. */
const ebcdic = /^4c6fa794/

/** Find the charset that an answer is in, or claims to be in. */
export function findCharset(bytes: Uint8Array, contentType: string | undefined): Charset {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  for (const [pattern, charset] of signatures) if (pattern.test(start)) return { certain: charset, claimed: [] }
  if (ebcdic.test(start)) {
    // Turkey's page has the quote where others have Ü.
    const declaration = (decodeWith('cp037', bytes.subarray(0, 256), false) ?? '').replaceAll('Ü', '"')
    const declared = declaredCharset(declaration) ?? ''
    return {
      certain: decodeWith(declared, bytes.subarray(0, 256), false) === undefined ? 'cp037' : declared,
      claimed: [],
    }
  }
  const header = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1]
  const declared = declaredCharset(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))
  const claimed = [header, declared].filter((name) => name !== undefined).map(usualName)
  return { certain: undefined, claimed: [...new Set(claimed)].filter((name) => !isWide(name)) }
}

function declaredCharset(head: string): string | undefined {
  return /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([^\s"'>]+)/i.exec(head)?.[1]?.toLowerCase()
}

function usualName(name: string): string {
  const lower = name.toLowerCase()
  return /^(x-)?(unicode-1-1-)?utf[-_]?8(n|-sig)?$|^u8$/.test(lower) ? 'utf-8' : lower
}

/** Whether a charset is UTF-16 or UTF-32. A document whose declaration could be read byte by byte is in neither, whatever it says. */
function isWide(charset: string): boolean {
  return /^(cs)?(utf[-_]?(16|32)|u(16|32)|ucs[-_]?[24]|iso-10646-ucs|unicode)/.test(charset)
}
