import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type CardLook, type CardWords, cardSize, drawCard } from '../../src/render/card/draw-card.ts'
import { loadLetters } from '../../src/render/site/load-letters.ts'
import { loadRasteriser } from '../../src/render/site/load-rasteriser.ts'
import { measureCpu } from '../measure-cpu.ts'

const letters = await loadLetters()
const rasterise = await loadRasteriser()
const look: CardLook = { ground: '#5b3fd6', hasMark: true, fromRight: false }

function draw(words: Partial<CardWords>, about: Partial<CardLook> = {}): Uint8Array | undefined {
  const drawing = drawCard({ title: 'Planet', description: '', address: '', ...words }, { ...look, ...about }, letters)
  return drawing === undefined ? undefined : rasterise(drawing)
}

/** How much lighter than the ground a part of the picture is, 0 to 1: sharp reads it as browsers do. */
async function lightness(png: Uint8Array | undefined, part: Part) {
  const cut = await sharp(png).extract(part).raw().toBuffer({ resolveWithObject: true })
  const reds = cut.data.filter((_, place) => place % cut.info.channels === 0)
  const mean = reds.reduce((sum, red) => sum + red, 0) / reds.length
  return (mean - 0x5b) / (255 - 0x5b)
}

/** Where a title stands. */
const [left, right] = [80, 780].map((start) => ({ left: start, top: 80, width: 340, height: 130 })) as [Part, Part]

type Part = { left: number; top: number; width: number; height: number }

test('others read it: PNG of the size that everybody shows', async () => {
  const png = draw({})
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...cardSize })
  const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)]).toEqual([0x5b, 0x3f, 0xd6])
  expect(png?.length).toBeLessThan(40_000)
})

const written = [
  { name: 'Latin', title: 'Planet Ärger, œuvre, Žluťoučký' },
  { name: 'Vietnamese, decomposed', title: 'Hành tinh tiếng Việt'.normalize('NFD') },
  { name: 'Greek', title: 'Πλανήτης' },
  { name: 'Cyrillic', title: 'Планета' },
  { name: 'an emoji beside words', title: 'Planet 🪐 👩‍💻 Python' },
]

test.each(written)('draws $name', async ({ title }) => {
  expect(await lightness(draw({ title }), left)).toBeGreaterThan(0.1)
})

test('an emoji leaves nothing behind', () => {
  expect(draw({ title: 'Planet 🐍️' })).toEqual(draw({ title: 'Planet' }))
})

const unwritten = [
  { name: 'Chinese', text: '星球' },
  { name: 'Japanese', text: 'プラネット' },
  { name: 'Korean', text: '행성' },
  { name: 'Arabic', text: 'كوكب' },
  { name: 'Hebrew', text: 'כוכב לכת' },
  { name: 'Hindi', text: 'ग्रह' },
  { name: 'Thai', text: 'ดาวเคราะห์' },
  { name: 'letters of two scripts', text: 'Planet 星球' },
  { name: 'a letter with a mark that no letter has', text: 'Plan\u0336et' },
  { name: 'emoji alone', text: '🪐' },
  { name: 'a private letter', text: 'Planet \ue000' },
]

const [alone, named] = [draw({ title: '', address: 'planet.example' }), draw({})]

test.each(unwritten)('leaves out what it has no letters for: $name', ({ text }) => {
  expect(draw({ title: text, address: 'planet.example' })).toEqual(alone)
  expect(draw({ description: text })).toEqual(named)
  expect(draw({ title: text, address: 'planet.example' }, { hasMark: false })).toBeUndefined()
})

test('a site that reads from the right has its words there', async () => {
  const [one, other] = [draw({}, { hasMark: false }), draw({}, { hasMark: false, fromRight: true })]
  expect([await lightness(one, right), await lightness(other, left)]).toEqual([0, 0])
  expect(await lightness(one, left)).toBeGreaterThan(0.1)
  expect(await lightness(other, right)).toBeGreaterThan(0.1)
})

const long = [
  { name: 'words', text: 'Planet of very many words '.repeat(4000) },
  { name: 'one word', text: 'Donaudampfschifffahrt'.repeat(5000) },
]

test.each(long)('$name without an end stay inside, at no more cost than a page of them', async ({ text }) => {
  const margins = [
    { left: 0, top: 0, width: 70, height: 630 },
    { left: 1130, top: 0, width: 70, height: 630 },
    { left: 0, top: 0, width: 1200, height: 70 },
    { left: 0, top: 590, width: 1200, height: 40 },
  ]
  const words = { title: text, description: text, address: text }
  const png = draw(words, { hasMark: false })
  for (const margin of margins) expect(await lightness(png, margin)).toBe(0)
  const cpu = async (size: number) => {
    const cut = text.slice(0, size)
    return (await measureCpu(() => draw({ title: cut, description: cut, address: cut }, { hasMark: false }))).cpuMs
  }
  expect(await cpu(80_000)).toBeLessThan(4 * (await cpu(2000)) + 50)
})
