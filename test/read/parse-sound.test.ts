import { expect, test } from 'vitest'
import { decode } from '../../src/normalize/read/charset/decode.ts'
import { parseSound } from '../../src/normalize/read/xml/parse-sound.ts'
import { parseStrict } from '../../src/normalize/read/xml/parse-strict.ts'
import { repair } from '../../src/normalize/read/xml/repair.ts'
import { loadSamples } from '../torture/fuzz.ts'
import { makeRandom, mutate } from '../torture/mutate.ts'

const say = () => {}

/** What both readers make of a text; `undefined` where the first leaves it to rss-parser. */
async function readBoth(xml: string) {
  const sound = parseSound(xml)
  if (sound === undefined) return undefined
  return { sound, strict: await parseStrict(xml).catch((error: Error) => error.message) }
}

const prepared = (body: Uint8Array) => repair(decode(body, undefined, say), say)
const samples = loadSamples()

test('the first reader of XML gives what rss-parser gives, on every sample; nearly all it reads itself', async () => {
  const xml = samples.map(prepared).filter((text) => /^\s*</.test(text) && !/<html/i.test(text))
  let read = 0
  for (const text of xml) {
    const both = await readBoth(text)
    if (both === undefined) continue
    read += 1
    expect(both.sound, text.slice(0, 200)).toEqual(both.strict)
  }
  expect(read / xml.length).toBeGreaterThan(0.8)
})

test('… on what is damaged', async () => {
  const random = makeRandom(4711)
  const pick = () => samples[Math.floor(random() * samples.length)] ?? new Uint8Array()
  let read = 0
  for (let number = 0; number < 1500; number += 1) {
    // As it comes half of the time: what repairs leave alone must not be read in another way either.
    const body = mutate(pick(), pick(), random)
    const text = number % 2 === 0 ? prepared(body) : Buffer.from(body).toString()
    const both = text.length < 50_000 ? await readBoth(text) : undefined
    if (both === undefined) continue
    read += 1
    expect(both.sound, `${number}: ${text.slice(0, 500)}`).toEqual(both.strict)
  }
  // About a tenth is read; which ones are drawn changes with every fixture that is added.
  expect(read).toBeGreaterThan(100)
})

const pieces = [
  ...[
    '<a>',
    '</a>',
    '<b x="1">',
    '</b>',
    '<A>',
    '</A>',
    '<c/>',
    '<c />',
    '<c x="1" y=\'2\'/>',
    '<n:d xmlns:n="u">',
    '</n:d>',
  ],
  ...[
    'text',
    ' ',
    '\n',
    '\t',
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x41;',
    '&#x0041;',
    '&#0065;',
    '&#10;',
    '&nbsp;',
    '&',
    '>',
    ']]>',
    '"',
  ],
  ...[
    '<![CDATA[x]]>',
    '<![CDATA[]]>',
    '<![CDATA[<b>&amp;]]>',
    '<!-- c -->',
    '<!---->',
    '<!-- a -- b -->',
    '<?p i?>',
    '<?p?>',
    '<??>',
  ],
  ...[
    '<b x="1" x="2">',
    '<b x="1" X="2">',
    '<b x=1>',
    '<b x>',
    '<b x = "1">',
    '<b x="1"y="2">',
    '<b x="a&lt;b&#10;\n">',
    '<b x=">">',
  ],
  ...[
    '<é>',
    '</é>',
    '<b é="1">',
    '</ a>',
    '</a >',
    '< a>',
    '<__proto__>',
    '</__proto__>',
    '<b __proto__="1">',
    '<constructor/>',
  ],
  ...[
    '\ufeff',
    '\u0001',
    '\ud83d\ude00',
    '<!DOCTYPE a>',
    '<?xml version="1.0"?>',
    '<b x="\u00a0">',
    '<_/>',
    '<:a/>',
    '<a:/>',
    '<a.b-c/>',
  ],
]

test('… on what chance makes of the parts of XML', async () => {
  const random = makeRandom(42)
  const pick = () => pieces[Math.floor(random() * pieces.length)] ?? ''
  let read = 0
  for (let number = 0; number < 20_000; number += 1) {
    const inner = Array.from({ length: Math.floor(random() * 5) }, pick).join('')
    const text = `${random() < 0.1 ? pick() : ''}<r>${inner}</r>${random() < 0.1 ? pick() : ''}`
    const both = await readBoth(text)
    if (both === undefined) continue
    read += 1
    expect(both.sound, text).toEqual(both.strict)
  }
  expect(read).toBeGreaterThan(3000)
})

const doubts = [
  { name: 'nothing', xml: '' },
  { name: 'two roots', xml: '<a/><b/>' },
  { name: 'text around it', xml: '<a/>x' },
  { name: 'a section around it', xml: '<a/><![CDATA[]]>' },
  { name: 'an end that does not fit', xml: '<a><b></a></b>' },
  { name: 'an element without an end', xml: '<a><b></b>' },
  { name: 'a tag without an end', xml: '<a><b' },
  { name: 'a reference that it does not know', xml: '<a>&nbsp;</a>' },
  { name: 'a character that XML forbids', xml: '<a>&#1;</a>' },
  { name: 'half a character', xml: '<a>&#xd800;</a>' },
  { name: 'an attribute twice', xml: '<a b="1" B="2"/>' },
  { name: 'an attribute of every object', xml: '<a __proto__="1"/>' },
  { name: 'two hyphens in a comment', xml: '<a><!-- b -- c --></a>' },
  { name: 'a name beyond ASCII', xml: '<é/>' },
  { name: 'elements nested very deep', xml: `${'<a>'.repeat(300)}${'</a>'.repeat(300)}` },
]

test.each(doubts)('the first reader of XML leaves to rss-parser: $name', ({ xml }) => {
  expect(parseSound(xml)).toBeUndefined()
})

test('the first reader of XML takes time in proportion to the length', () => {
  const measure = (xml: string) => {
    const before = process.cpuUsage()
    for (let turn = 0; turn < 3; turn += 1) parseSound(xml)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const hostile = ['<a>&amp;', '<a x="', '<a ', '<![CDATA[', '<!--', '&#1', '<a x = "1" ']
  for (const part of hostile) {
    const [short, long] = [`<r>${part.repeat(10_000)}`, `<r>${part.repeat(80_000)}`]
    measure(short)
    expect(measure(long), part).toBeLessThan(40 * measure(short) + 50_000)
  }
})
