import { findOwn } from '../../../text/find-own.ts'
import { asciiPages, ebcdicPages } from './code-pages.ts'
import { decodeBig5 } from './decode-big5.ts'
import { decodeUhc } from './decode-uhc.ts'

/** Other names of the charsets in `asciiPages` and `ebcdicPages`, and of those that TextDecoder knows by another name. */
const aliases: Readonly<Record<string, string>> = {
  '646': 'us-ascii',
  ansi: 'windows-1252',
  csmacintosh: 'macintosh',
  cskoi8r: 'koi8-r',
  csshiftjis: 'shift_jis',
  cp_is: 'cp861',
  cp_gr: 'cp869',
  csibm855: 'cp855',
  cspc8codepage437: 'cp437',
  cspc775baltic: 'cp775',
  cspc850multilingual: 'cp850',
  cspc862latinhebrew: 'cp862',
  cspcp852: 'cp852',
  dbcs: 'windows-1252',
  'ebcdic-cp-be': 'cp500',
  'ebcdic-cp-ca': 'cp037',
  'ebcdic-cp-ch': 'cp500',
  'ebcdic-cp-gr': 'cp875',
  'ebcdic-cp-he': 'cp424',
  'ebcdic-cp-nl': 'cp037',
  'ebcdic-cp-us': 'cp037',
  'ebcdic-cp-wt': 'cp037',
  hp_roman8: 'hp_roman8',
  'hp-roman8': 'hp_roman8',
  cshproman8: 'hp_roman8',
  roman8: 'hp_roman8',
  r8: 'hp_roman8',
  'koi8-t': 'koi8_t',
  kz_1048: 'kz1048',
  'kz-1048': 'kz1048',
  rk1048: 'kz1048',
  strk1048_2002: 'kz1048',
  ptcp154: 'ptcp154',
  csptcp154: 'ptcp154',
  pt154: 'ptcp154',
  cp154: 'ptcp154',
  'cyrillic-asian': 'ptcp154',
  macgreek: 'mac_greek',
  'mac-greek': 'mac_greek',
  maciceland: 'mac_iceland',
  'mac-iceland': 'mac_iceland',
  maclatin2: 'mac_latin2',
  'mac-latin2': 'mac_latin2',
  maccentraleurope: 'mac_latin2',
  'mac-centraleurope': 'mac_latin2',
  'x-mac-ce': 'mac_latin2',
  macturkish: 'mac_turkish',
  'mac-turkish': 'mac_turkish',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
  'mac-cyrillic': 'x-mac-cyrillic',
  'latin-1': 'iso-8859-1',
  l1: 'iso-8859-1',
  thai: 'tis-620',
  'shift-jis': 'shift_jis',
  s_jis: 'shift_jis',
  ujis: 'euc-jp',
  uhc: 'euc-kr',
  ms949: 'euc-kr',
  big5hkscs: 'big5',
  'euc-jisx0213': 'euc-jp',
  'euc-jis-2004': 'euc-jp',
  shift_jisx0213: 'shift_jis',
  shiftjisx0213: 'shift_jis',
  's-jisx0213': 'shift_jis',
  shift_jis_2004: 'shift_jis',
  latin10: 'iso-8859-16',
  l10: 'iso-8859-16',
  'iso-ir-226': 'iso-8859-16',
  hz: 'gbk',
}

/** IBM's and Microsoft's numbers of charsets that have a name of their own. */
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
 * @param strictly give up at the first byte that means nothing in this charset; else it becomes U+FFFD
 * @returns `undefined` where the charset is unknown, or the bytes are not in it
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
  const alias = findOwn(aliases, name) ?? findOwn(aliases, name.replaceAll('_', '-'))
  if (alias !== undefined) return alias
  const number = /^(?:cs)?(?:cp|ibm|ms|windows)?[-_]?0*(\d{2,4})$/.exec(name)?.[1]
  if (number === undefined) return name.replace(/^(iso)[-_]?(8859)[-_]/, '$1-$2-')
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
    // The one is the other in browsers (Encoding Standard, section 10.1); for Node it lacks what GB 18030 added.
    if (decoder.encoding === 'gbk') return new TextDecoder('gb18030', { fatal: strictly }).decode(bytes)
    if (decoder.encoding === 'euc-kr') return decodeUhc(bytes)
    return decoder.encoding === 'big5' ? decodeBig5(bytes, strictly) : decoder.decode(bytes)
  } catch {
    // An unknown name and a byte out of place look alike here; both mean: not in this charset.
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
