import { describe, expect, test } from 'vitest'
import { decode } from '../../src/normalize/read/charset/decode.ts'
import { collectWarnings } from '../../src/normalize/read/collect-warnings.ts'

function decodeWarned(bytes: Uint8Array, contentType?: string): { text: string; warnings: string[] } {
  const { warn, warnings } = collectWarnings()
  return { text: decode(bytes, contentType, warn), warnings: warnings() }
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
function utf32(text: string, littleEndian: boolean): Buffer {
  const characters = [...text]
  const bytes = Buffer.alloc(characters.length * 4)
  for (const [index, character] of characters.entries()) {
    const code = character.codePointAt(0) ?? 0
    if (littleEndian) bytes.writeUInt32LE(code, index * 4)
    else bytes.writeUInt32BE(code, index * 4)
  }
  return bytes
}

const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?><t>`

const cases: { name: string; bytes: Uint8Array; type?: string; text: string; warned?: string }[] = [
  {
    name: 'characters of UTF-16, each half in UTF-8',
    bytes: Buffer.concat([Buffer.from('<t>é '), Buffer.from('eda0bdedb880', 'hex'), Buffer.from('</t>')]),
    text: '<t>é 😀</t>',
    warned: 'has characters of utf-16 in its utf-8',
  },
  {
    name: 'gb2312 with characters of GB 18030',
    bytes: Buffer.concat([latin1(declared('gb2312')), Buffer.from('d6ece946bbf920a2e3208139ef31', 'hex')]),
    text: `${declared('gb2312')}朱镕基 € 㐂`,
  },
  {
    name: 'Big5 with characters of Hong Kong',
    bytes: Buffer.concat([latin1(declared('Big5-HKSCS')), Buffer.from('a7da925d9df23c8862fa40a440bcb53e', 'hex')]),
    text: `${declared('Big5-HKSCS')}我哋𨋢<\u00ca\u0304𠕇一撐>`,
  },
  { name: 'UTF-8 without a word', bytes: Buffer.from('<t>é “q” 😀'), text: '<t>é “q” 😀' },
  { name: 'UTF-8 with a byte order mark', bytes: Buffer.from('\uFEFF<t>é'), text: '<t>é' },
  { name: 'UTF-16 with a byte order mark', bytes: Buffer.from('\uFEFF<t>é😀', 'utf16le'), text: '<t>é😀' },
  { name: 'UTF-16, big end first, with a byte order mark', bytes: utf16be('\uFEFF<t>é'), text: '<t>é' },
  { name: 'UTF-16 without a byte order mark', bytes: Buffer.from('<t>é', 'utf16le'), text: '<t>é' },
  { name: 'UTF-16, big end first, without a byte order mark', bytes: utf16be('<t>é'), text: '<t>é' },
  { name: 'UTF-32 with a byte order mark', bytes: utf32('\uFEFF<t>é😀', true), text: '<t>é😀' },
  { name: 'UTF-32, big end first', bytes: utf32('<t>é', false), text: '<t>é' },
  {
    name: 'a byte order mark counts more than the header',
    bytes: Buffer.from('\uFEFF<t>é'),
    type: 'text/xml; charset=koi8-r',
    text: '<t>é',
  },
  {
    name: 'the header counts more than the declaration',
    bytes: Buffer.concat([Buffer.from(declared('windows-1251')), Buffer.from([0xe9])]),
    type: 'text/xml; charset="iso-8859-1"',
    text: `${declared('windows-1251')}é`,
  },
  {
    name: 'the declaration where the header says nothing',
    bytes: Buffer.concat([Buffer.from(declared('windows-1251')), Buffer.from([0xe9])]),
    type: 'application/rss+xml',
    text: `${declared('windows-1251')}й`,
  },
  {
    name: 'a declaration that lies, in a feed that says its language',
    bytes: latin1(`${declared('utf-8')}<language>ru-RU</language><item>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0`),
    text: `${declared('utf-8')}<language>ru-RU</language><item>Привет, мир`,
    warned: 'is not utf-8; read as windows-1251, by its language',
  },
  {
    name: 'the same, in Japanese',
    bytes: latin1(`<feed xml:lang="ja"><entry>\x93\xfa\x96\x7b`),
    text: '<feed xml:lang="ja"><entry>日本',
    warned: 'is not utf-8; read as shift_jis, by its language',
  },
  {
    name: 'a language that another charset cannot have written',
    bytes: latin1('<language>zh</language><item>caf\xe9 \x93'),
    text: '<language>zh</language><item>café “',
    warned: 'is not utf-8; read as windows-1252',
  },
  {
    name: 'a language of Central Europe, in the charset of Windows',
    bytes: latin1('<language>pl</language><item>s\xb9 g\xea\x9cle'),
    text: '<language>pl</language><item>są gęśle',
    warned: 'is not utf-8; read as windows-1250, by its language',
  },
  {
    name: 'the same, in that of ISO',
    bytes: latin1('<language>pl</language><item>s\xb1 g\xea\xb6le, \xbcr\xf3d\xb3o'),
    text: '<language>pl</language><item>są gęśle, źródło',
    warned: 'is not utf-8; read as iso-8859-2, by its language',
  },
  {
    name: 'a language in whose script it is not written',
    bytes: latin1('<language>ru</language><item>caf\xe9 \x93q\x94 na\xefve'),
    text: '<language>ru</language><item>café “q” naïve',
    warned: 'is not utf-8; read as windows-1252',
  },
  {
    name: 'a language whose charset could have written these bytes, as no letters',
    bytes: latin1('<language>zh</language><item>it\x92s'),
    text: '<language>zh</language><item>it’s',
    warned: 'is not utf-8; read as windows-1252',
  },
  {
    name: 'a language of an entry, and not of the feed',
    bytes: latin1('<language>en</language><item xml:lang="ru">caf\xe9'),
    text: '<language>en</language><item xml:lang="ru">café',
    warned: 'is not utf-8; read as windows-1252',
  },
  {
    name: 'a header that lies about UTF-8',
    bytes: Buffer.from('<t>é'),
    type: 'text/xml; charset=iso-8859-1',
    text: '<t>é',
    warned: 'says that it is iso-8859-1, but is utf-8',
  },
  {
    name: 'a declaration of UTF-16 that can be read byte by byte',
    bytes: Buffer.from(`${declared('utf-16')}é`),
    text: `${declared('utf-16')}é`,
  },
  {
    name: 'windows-1252 that says it is UTF-8',
    bytes: latin1(`${declared('utf-8')}caf\xe9 \x93q\x94`),
    text: `${declared('utf-8')}café “q”`,
    warned: 'is not utf-8; read as windows-1252',
  },
  {
    name: 'windows-1252 by the name of Latin-1',
    bytes: latin1(`${declared('ISO-8859-1')}\x80 \x92`),
    text: `${declared('ISO-8859-1')}€ ’`,
  },
  {
    name: 'numbers of windows-1252 written as Unicode',
    bytes: Buffer.from('<t>don\u0092t \u0085'),
    text: '<t>don’t …',
  },
  {
    name: 'one broken byte in UTF-8',
    bytes: Buffer.concat([Buffer.from('<t>äöü '), Buffer.from([0xff]), Buffer.from(' äöü')]),
    text: '<t>äöü \uFFFD äöü',
    warned: 'has 1 broken character',
  },
  {
    name: 'letters and signs of windows-1252 pasted into UTF-8',
    bytes: Buffer.concat([Buffer.from('<t>déjà vu à l’été, '), latin1('na\xefve caf\xe9, \x93q\x94 \x96 5\xa0km')]),
    text: '<t>déjà vu à l’été, naïve café, “q” – 5\xa0km',
    warned: 'has 6 bytes of windows-1252 in its utf-8',
  },
  {
    name: 'a quote of windows-1252 in Russian UTF-8, and a letter that may be of any page',
    bytes: Buffer.concat([Buffer.from('<t>приливы '), latin1('\x93q\x94 caf\xe9')]),
    text: '<t>приливы “q” caf\uFFFD',
    warned: 'has 1 broken character;',
  },
  {
    name: 'a letter and a quote of UTF-8 that a cut left half of',
    bytes: Buffer.concat([Buffer.from('<t>déjà vu caf'), latin1('\xc3... it\xe2\x80...')]),
    text: '<t>déjà vu caf\uFFFD... it\uFFFD...',
    warned: 'has 2 broken characters;',
  },
  {
    name: 'a syllable of Korean that only Windows has',
    bytes: Buffer.concat([Buffer.from(declared('ks_c_5601-1987')), Buffer.from('8c63b9e6a1dec8dec652', 'hex')]),
    text: `${declared('ks_c_5601-1987')}똠방◇휴힣`,
  },
  {
    name: 'UTF-8 taken for Latin-1 and encoded again',
    bytes: Buffer.from(Buffer.from('<t>it’s').toString('latin1')),
    text: '<t>it’s',
    warned: 'was encoded as utf-8 twice',
  },
  {
    name: 'the same in one text of many',
    bytes: Buffer.from(`<t>日本 ${Buffer.from('it’s').toString('latin1')} é`),
    text: '<t>日本 it’s é',
    warned: 'was encoded as utf-8 twice',
  },
  {
    name: 'UTF-8 taken for windows-1252 and encoded again',
    bytes: Buffer.from('<t>itâ€™s Ã¼ber'),
    text: '<t>it’s über',
    warned: 'was encoded as utf-8 twice',
  },
  { name: 'a remark on encodings stays', bytes: Buffer.from('<t>é became Ã©'), text: '<t>é became Ã©' },
  {
    name: 'a charset that nobody knows',
    bytes: Buffer.from(`${declared('x-unheard-of')}é`),
    text: `${declared('x-unheard-of')}é`,
    warned: 'says that it is x-unheard-of',
  },
  { name: 'DOS, by number', bytes: latin1(`${declared('437')}\x80`), text: `${declared('437')}Ç` },
  { name: 'DOS, by IBM’s name', bytes: latin1(`${declared('IBM852')}\x9f`), text: `${declared('IBM852')}č` },
  { name: 'Macintosh, Turkish', bytes: latin1(`${declared('mac-turkish')}\xdb`), text: `${declared('mac-turkish')}ğ` },
  {
    name: 'EBCDIC',
    bytes: Buffer.from('4c6fa7949340a58599a28996957e7ff14bf07f4085958396848995877e7fc9c2d4f5f0f07f6f6e4c836e4a', 'hex'),
    text: '<?xml version="1.0" encoding="IBM500"?><c>[',
  },
  {
    name: 'Shift_JIS by a nickname',
    bytes: Buffer.concat([Buffer.from(declared('cp932')), Buffer.from([0x93, 0xfa, 0x96, 0x7b])]),
    text: `${declared('cp932')}日本`,
  },
  {
    name: 'ISO-2022-JP, which looks like ASCII',
    bytes: latin1(`${declared('iso-2022-jp')}\x1b$BF|K\\\x1b(B`),
    text: `${declared('iso-2022-jp')}日本`,
  },
  {
    name: 'two bytes that are UTF-8 by chance stay what the declaration says',
    bytes: Buffer.concat([Buffer.from(declared('gb2312')), Buffer.from([0xc1, 0xaa, 0xcd, 0xa8])]),
    text: `${declared('gb2312')}联通`,
  },
]

describe('decode', () => {
  test.each(cases)('$name', ({ bytes, type, text, warned }) => {
    const result = decodeWarned(bytes, type)
    expect(result.text).toBe(text)
    if (warned === undefined) expect(result.warnings).toEqual([])
    else expect(result.warnings.join('\n')).toContain(`CHARSET: ${warned}`)
  })
})

const spelled: [names: string, hex: string, text: string][] = [
  ['EUC_JP eucJP csEUCPkdFmtJapanese euc-jis-2004', 'c6fccbdc', '日本'],
  ['Shift-JIS shift_jis_2004 MS_Kanji sjis x-mac-japanese', '93fa967b', '日本'],
  ['EUC_KR euckr KS_C_5601-1987 ks-x-1001 ms949', 'c7d1b1db', '한글'],
  ['EUC_CN GB_2312-80 csISO58GB231280 iso-ir-58', 'd6d0cec4', '中文'],
  ['GB18030_2000 gb-18030', '8139ef31d6d0', '㐂中'],
  ['Big5_HKSCS hkscs Big5-TW', 'a4a4a4e5', '中文'],
  ['ISO_8859-2:1987 iso8859_2 ISO-IR-101 latin_2 l2', 'b3be', 'łž'],
  ['ISO_8859-5:1988 iso-ir-144 cyrillic', 'bfe0d8', 'При'],
  ['ISO_8859-7:1987 ELOT_928 ECMA-118 greek8', 'c3e5e9', 'Γει'],
  ['ISO_8859-9:1989 latin5 iso-ir-148', 'f0fe', 'ğş'],
  ['ISO-8859-11 TIS_620-0 iso-ir-166', 'e4b7c2', 'ไทย'],
  ['ISO_8859-14:1998 iso-celtic latin8', 'f0', 'ŵ'],
  ['ISO_8859-16:2001 latin10 l10', 'bafe', 'șț'],
  ['KOI8_R cskoi8r', 'f0d2c9', 'При'],
  ['CP866U cp1125', '8fe0a8', 'При'],
  ['mac_centeuro x-mac-ce', 'b8', 'ł'],
  ['win-1251 WIN1251 cp-1251', 'cff0e8', 'При'],
  ['ISO-2022-JP-1 iso-2022-jp-2 ISO-2022-JP-3 iso-2022-jp-ext', '1b2442467c4b5c1b2842', '日本'],
]

describe('a charset by whatever name', () => {
  const rows = spelled.flatMap(([names, hex, text]) => names.split(' ').map((name) => ({ name, hex, text })))
  test.each(rows)('$name', ({ name, hex, text }) => {
    const bytes = Buffer.concat([latin1(declared(name)), Buffer.from(hex, 'hex')])
    expect(decodeWarned(bytes)).toEqual({ text: declared(name) + text, warnings: [] })
  })
})

test.each(['cp1026', 'nonsense'])('EBCDIC in a page whose quotes are elsewhere, or that nobody knows: %s', (name) => {
  const letters = { c: '83', p: '97', '1': 'f1', '0': 'f0', '2': 'f2', '6': 'f6', n: '95', o: '96', s: 'a2', e: '85' }
  const quote = name === 'cp1026' ? 'fc' : '7f'
  const written = [...name].map((letter) => letters[letter as keyof typeof letters]).join('')
  const bytes = Buffer.from(
    `4c6fa7949340859583968489958740 7e${quote}${written}${quote}6f6e4ca36e`.replaceAll(' ', ''),
    'hex',
  )
  expect(decodeWarned(bytes).text).toContain('<t>')
})
