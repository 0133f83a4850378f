import { findOwn } from '../../../text/find-own.ts'
import { asciiPages, ebcdicPages } from './code-pages.ts'
import { decodeBig5 } from './decode-big5.ts'
import { decodeUhc } from './decode-uhc.ts'

/**
 * Other names of the charsets in `asciiPages` and `ebcdicPages`, and of those that TextDecoder knows by another name; only letters and
 * digits, since the signs between them vary: "EUC_JP", "euc-jp", "eucJP".
 */
const aliases: Readonly<Record<string, string>> = {
  ...named('us-ascii', '646 csascii isoir6 iso646us us ansix341968 ansix341986'),
  ...named('iso-8859-1', 'l1 latin1 isoir100 iso8859 88591'),
  ...named('iso-8859-2', 'l2 latin2 isoir101'),
  ...named('iso-8859-3', 'l3 latin3 isoir109'),
  ...named('iso-8859-4', 'l4 latin4 isoir110'),
  ...named('iso-8859-5', 'cyrillic isoir144'),
  ...named('iso-8859-6', 'arabic asmo708 ecma114 isoir127'),
  ...named('iso-8859-7', 'greek greek8 sungreek elot928 ecma118 isoir126'),
  ...named('iso-8859-8', 'hebrew isoir138'),
  ...named('windows-1254', 'l5 latin5 isoir148'),
  ...named('iso-8859-10', 'l6 latin6 isoir157'),
  ...named('iso-8859-13', 'l7 latin7 isoir179'),
  ...named('iso-8859-14', 'l8 latin8 isoceltic isoir199'),
  ...named('iso-8859-15', 'l9 latin9 isoir203'),
  ...named('iso-8859-16', 'l10 latin10 isoir226'),
  ...named('windows-874', 'thai tis620 tis6200 tis62025290 tis62025291 tis62025330 isoir166 iso885911'),
  ...named('windows-1252', 'ansi dbcs'),
  ...named('koi8-r', 'koi8r cskoi8r'),
  ...named('koi8-u', 'koi8u'),
  ...named('koi8_t', 'koi8t'),
  ...named('kz1048', 'kz1048 rk1048 strk10482002'),
  ...named('ptcp154', 'ptcp154 csptcp154 pt154 cp154 cyrillicasian'),
  ...named('macintosh', 'macintosh csmacintosh macroman'),
  ...named('x-mac-cyrillic', 'maccyrillic'),
  ...named('mac_greek', 'macgreek'),
  ...named('mac_iceland', 'maciceland'),
  ...named('mac_latin2', 'maclatin2 maccentraleurope maccenteuro xmacce'),
  ...named('mac_turkish', 'macturkish'),
  ...named('hp_roman8', 'hproman8 cshproman8 roman8 r8 cp1051 ibm1051'),
  ...named('cp037', 'ebcdiccpca ebcdiccpnl ebcdiccpus ebcdiccpwt cp039 ibm039'),
  ...named('cp424', 'ebcdiccphe'),
  ...named('cp437', 'cspc8codepage437'),
  ...named('cp500', 'ebcdiccpbe ebcdiccpch'),
  ...named('cp775', 'cspc775baltic'),
  ...named('cp850', 'cspc850multilingual'),
  ...named('cp852', 'cspcp852'),
  ...named('cp855', 'csibm855'),
  ...named('cp861', 'cpis'),
  ...named('cp862', 'cspc862latinhebrew'),
  ...named('cp869', 'cpgr'),
  ...named('cp875', 'ebcdiccpgr'),
  ...named('cp1125', 'cp866u ruscii'),
  ...named('shift_jis', 'shiftjis csshiftjis sjis mskanji shiftjis2004 sjis2004 shiftjisx0213 sjisx0213 xmacjapanese'),
  ...named('euc-jp', 'eucjp ujis eucjisx0213 eucjis2004 jisx0213'),
  ...named(
    'iso-2022-jp',
    'iso2022jp csiso2022jp iso2022jp1 iso2022jp2 csiso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpext',
  ),
  ...named('euc-kr', 'euckr uhc ms949 korean ksc5601 ksc56011987 ksx1001 csksc56011987 xmackorean'),
  ...named('gbk', 'euccn eucgb2312cn gb2312 gb23121980 gb231280 csiso58gb231280 isoir58 hz xmacsimpchinese'),
  ...named('gb18030', 'gb18030 gb180302000'),
  ...named('big5', 'big5 csbig5 big5tw big5hkscs hkscs xmactradchinese'),
}

function named(charset: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, charset]))
}

/** IBM's and Microsoft's numbers for charsets that have a name. */
const numbers: Readonly<Record<string, string>> = {
  '367': 'us-ascii',
  '819': 'iso-8859-1',
  '866': 'ibm866',
  '874': 'windows-874',
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
}

/**
 * Decode bytes in a charset by any of its names.
 *
 * @param strictly give up at the first byte that is invalid in this charset; else it becomes U+FFFD
 * @returns `undefined` where the charset is unknown, or, strictly, the bytes are not valid in it
 */
export function decodeWith(charset: string, bytes: Uint8Array, strictly: boolean): string | undefined {
  const name = usualName(charset)
  const text = decodePage(name, bytes) ?? decodeKnown(name, bytes, strictly)
  return strictly && text?.includes('\uFFFD') && name !== 'utf-8' ? undefined : text
}

/** Whether a charset has one byte a character: windows-1252, koi8-r, cp437; not UTF-8, not Shift_JIS. */
export function isSingleByte(charset: string): boolean {
  const name = usualName(charset)
  return (
    Object.hasOwn(asciiPages, name) ||
    /^(iso-?8859|windows-|x-cp125|us-ascii|ascii|koi8|latin|macintosh|x-mac|ibm866|tis)/.test(name)
  )
}

function usualName(charset: string): string {
  const name = charset.toLowerCase()
  const letters = name.replace(/[^a-z\d]/g, '')
  const alias = findOwn(aliases, letters)
  if (alias !== undefined) return alias
  // The name may include the year of the standard: "ISO_8859-2:1987".
  const part = /^iso8859(1[013-6]|[1-9])(?:19|20)?(?:\d\d)?$/.exec(letters)?.[1]
  if (part !== undefined) return `iso-8859-${part}`
  const number = /^(?:cs)?(?:cp|ibm|ms|win|windows)?0*(\d{2,4})$/.exec(letters)?.[1]
  if (number === undefined) return name
  const page = `cp${number.padStart(3, '0')}`
  if (Object.hasOwn(asciiPages, page) || Object.hasOwn(ebcdicPages, page)) return page
  return findOwn(numbers, number) ?? (/^125\d$/.test(number) ? `windows-${number}` : name)
}

function decodePage(name: string, bytes: Uint8Array): string | undefined {
  const page = findOwn(asciiPages, name)
  if (page !== undefined)
    return mapBytes(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : page[byte - 0x80]))
  const ebcdic = findOwn(ebcdicPages, name)
  if (ebcdic === undefined) return undefined
  return mapBytes(bytes, (byte) => (byte < 0x40 ? (byte === 0x15 || byte === 0x25 ? '\n' : ' ') : ebcdic[byte - 0x40]))
}

function mapBytes(bytes: Uint8Array, characterOf: (byte: number) => string | undefined): string {
  const characters = Array.from({ length: 256 }, (_, byte) => characterOf(byte) ?? '\uFFFD')
  return Array.from(bytes, (byte) => characters[byte]).join('')
}

function decodeKnown(name: string, bytes: Uint8Array, strictly: boolean): string | undefined {
  try {
    if (name.startsWith('utf-32')) return decodeUtf32(bytes, name === 'utf-32le')
    const decoder = new TextDecoder(name, { fatal: strictly })
    // Browsers decode gbk as gb18030 (Encoding Standard, section 10.1); Node's gbk lacks what GB 18030 added.
    if (decoder.encoding === 'gbk') return new TextDecoder('gb18030', { fatal: strictly }).decode(bytes)
    if (decoder.encoding === 'euc-kr') return decodeUhc(bytes)
    return decoder.encoding === 'big5' ? decodeBig5(bytes, strictly) : decoder.decode(bytes)
  } catch {
    // An unknown name and an invalid byte throw alike; both mean: not in this charset.
    return undefined
  }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian)
    if (code === 0xfeff && at === 0) continue
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code))
  }
  return parts.join('')
}
