/** The legacy charsets of languages, likeliest first (HTML, section 13.2.3.2); a charset that cannot have made the bytes is passed over. */
const byLanguage: ReadonlyMap<string, readonly string[]> = new Map([
  ...each('ba be bg kk ky mk ru sr tg tt uk', 'windows-1251'),
  ...each('bs cs hr hu pl ro sk sl sq', 'windows-1250'),
  ...each('et lt lv', 'windows-1257'),
  ...each('az ku tr', 'windows-1254'),
  ...each('ar fa ur', 'windows-1256'),
  ...each('he yi', 'windows-1255'),
  ...each('ja', 'euc-jp', 'shift_jis'),
  ...each('ko', 'euc-kr'),
  ...each('el', 'windows-1253'),
  ...each('th', 'windows-874'),
  ...each('vi', 'windows-1258'),
  ...each('zh', 'gbk', 'big5'),
])

/** Chinese is written in Big5 where its letters are the traditional ones. */
const traditional = /^zh\b.*\b(?:hant|tw|hk|mo)\b/

function each(languages: string, ...charsets: string[]): [language: string, charsets: string[]][] {
  return languages.split(' ').map((language) => [language, charsets])
}

/** Where a feed says its language, before its first entry. */
const said =
  /<(?:dc:)?language(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[\s*)?([a-z]{2}(?:[-_][a-z]{2,4}){0,2})\b|\bxml:lang\s*=\s*["']([a-z]{2}(?:[-_][a-z]{2,4}){0,2})["']/i
const entry = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/i

/** These languages are written with Latin letters, of which most are those of ASCII. */
const latin: ReadonlySet<string | undefined> = new Set(['windows-1250', 'windows-1254', 'windows-1257', 'windows-1258'])

/** The share of letters beyond ASCII that stand beside another one, in words of other scripts; in "café" and “it’s” hardly any does. */
const together = 1 / 4

/**
 * The charsets, by the language that its first kilobytes name, of a document that is not in the one that it names. Where its text is plainly
 * not in the script of that language, there are none.
 */
export function guessCharsets(bytes: Uint8Array): readonly string[] {
  const charsets = findCharsets(bytes)
  // Of the two charsets of Central Europe, this one has no signs there, and the other has quotes, "š", "ž", or "ś".
  if (charsets[0] === 'windows-1250' && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return ['iso-8859-2']
  if (charsets.length === 0 || latin.has(charsets[0])) return charsets
  return shareTogether(bytes) < together ? [] : charsets
}

function shareTogether(bytes: Uint8Array): number {
  let high = 0
  let beside = 0
  for (let place = 0; place < bytes.length; place += 1) {
    if ((bytes[place] ?? 0) < 0x80) continue
    high += 1
    if ((bytes[place - 1] ?? 0) >= 0x80 || (bytes[place + 1] ?? 0) >= 0x80) beside += 1
  }
  return beside / Math.max(high, 1)
}

function findCharsets(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.subarray(0, 5000)).toString('latin1')
  const [, element, attribute] = said.exec(head.slice(0, entry.exec(head)?.index)) ?? []
  const language = (element ?? attribute ?? '').toLowerCase().replaceAll('_', '-')
  const [primary = ''] = language.split('-')
  if (traditional.test(language)) return ['big5', 'gbk']
  return byLanguage.get(primary) ?? []
}
