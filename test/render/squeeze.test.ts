import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { squeezeScript } from '../../src/render/theme/squeeze-script.ts'
import { squeezeStyle } from '../../src/render/theme/squeeze-style.ts'

/** Another program's shortest form: the same for what says the same. It keeps the blanks in variables, and before what stands in for one. */
const style = (css: string) =>
  transformSync(css, { loader: 'css', minify: true })
    .code.replace(/(--[\w-]+): /g, '$1:')
    .replaceAll(', ', ',')
const script = (text: string) => transformSync(text, { minify: true }).code

test.each(['planet.css', 'classic/theme.css', 'feed.css', 'search.css'])(
  '%s says the same without its white space',
  (name) => {
    const css = readFileSync(`templates/${name}`, 'utf8')
    const sent = squeezeStyle(css)
    expect(style(sent)).toBe(style(css))
    expect(sent.length).toBeLessThan(0.9 * css.length)
  },
)

test.each(['planet.js', 'search.js'])('%s does the same without its comments', (name) => {
  const text = readFileSync(`templates/${name}`, 'utf8')
  expect(script(squeezeScript(text))).toBe(script(text))
})

test.each([
  ['a string', 'a::after { content: ": , { x }"; }', 'a::after{content:": , { x }"}'],
  ['a comment with stars', '/* a ** b **/ a { b: c }', 'a{b:c}'],
  ['an element in another', 'a :is(b, c) > d { e: f }', 'a :is(b,c)>d{e:f}'],
  ['a sum', 'a { b: calc(1px + 2px) }', 'a{b:calc(1px + 2px)}'],
  ['a zero before a point', 'a { b: 0.5em -0.25em 10.5px 0; }', 'a{b:.5em -.25em 10.5px 0}'],
  ['a condition', '@media (min-width: 60rem) { a { b: c; } }', '@media (min-width:60rem){a{b:c}}'],
])('%s', (_, css, sent) => {
  expect(squeezeStyle(css)).toBe(sent)
})
