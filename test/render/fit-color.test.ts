import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadTheme } from '../../src/render/site/load-theme.ts'
import { contrast, fitColor, fitColors } from '../../src/render/theme/fit-color.ts'

const known = [
  { one: '#000000', other: '#ffffff', ratio: 21 },
  { one: '#1b1b1f', other: '#ffffff', ratio: 17.2 },
  { one: '#82828f', other: '#ffffff', ratio: 3.8 },
  { one: '#8ab4ff', other: '#131316', ratio: 8.9 },
]

test.each(known)('P-11 contrast of $one on $other', ({ one, other, ratio }) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1)
  expect(contrast(other, one)).toBeCloseTo(ratio, 1)
})

test.each(['#7a1fa2', '#ffcc00', '#ffffff', '#000000', '#808080', '#00ff00'])(
  'P-11 %s can be read on every page',
  (color) => {
    expect(contrast(fitColor(color, '#ffffff'), '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(fitColor(color, '#131316'), '#131316')).toBeGreaterThanOrEqual(4.5)
  },
)

test('P-11 a color that can be read stays as it is; the operator hears of one that cannot', () => {
  expect(fitColor('#7a1fa2', '#ffffff')).toBe('#7a1fa2')
  expect(fitColors('#7a1fa2').warnings).toEqual([])
  expect(fitColors('#ffcc00').warnings).toEqual([
    'theme.color: #ffcc00 is too pale to be read on white; #8f7200 is used there',
  ])
})

const css = readFileSync('templates/planet.css', 'utf8')
const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]+)\}/g)].map(([, rules]) => rules)
const colorOf = (rules: string | undefined, name: string) =>
  new RegExp(`--${name}: (#\\w+)`).exec(rules ?? '')?.[1] ?? ''
const wide = (color: string) => (color.length === 4 ? color.replace(/\w/g, '$&$&') : color)
const schemes = [
  { scheme: 'light', rules: light },
  { scheme: 'dark', rules: dark },
]

test.each(schemes)('P-11 the colors of the built-in theme can be told apart, $scheme', ({ rules }) => {
  for (const paper of ['paper', 'shade']) {
    const ground = wide(colorOf(rules, paper))
    for (const text of ['ink', 'muted', 'link', 'visited', 'accent', 'key', 'string', 'number']) {
      // Text has the enhanced contrast (WCAG 1.4.6); a mark's color is the operator's to choose.
      const least = text === 'accent' ? 4.5 : 7
      expect(contrast(wide(colorOf(rules, text)), ground), `${text} on ${paper}`).toBeGreaterThanOrEqual(least)
    }
    expect(contrast(wide(colorOf(rules, 'border')), ground), `border on ${paper}`).toBeGreaterThanOrEqual(3)
  }
})

test.each([
  { theme: {}, name: 'planet' },
  { theme: { base: 'classic' as const }, name: 'classic' },
])('P-07 what a page of $name loads is small', async ({ theme }) => {
  const { files } = await loadTheme({ links: [], ...theme }, '.')
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes.length]))
  expect(sizes.get('planet.css')).toBeLessThanOrEqual(18_000)
  expect(sizes.get('planet.js')).toBeLessThanOrEqual(8_000)
})

test('P-40 the style sheet says nothing of left and right', () => {
  const sided = css
    .replace(/\/\*.*?\*\/|text-align: left/gs, '')
    .match(/(?<![\w-])(left|right|(margin|padding|border)-(left|right|top|bottom))\b/g)
  expect(sided).toBe(null)
})
