import { elements, globalAttributes } from '../../src/html/elements.ts'

const names = [...elements.keys(), 'my-note', 'nobr', 'font']
const attributes = [
  ...new Set([...globalAttributes, ...[...elements.values()].flatMap((rule) => rule.attributes ?? [])]),
]
const values = [
  ...[
    '',
    ' ',
    '1',
    '2',
    '3',
    '0',
    '-1',
    '1000',
    '99999',
    'x',
    'a b',
    'https://a.example/b.png',
    '/c?d=1&e=[2]|3#f#g',
    '#x',
  ],
  ...[
    'a.png 1x, b.png 2x',
    'a.png 100w, b.png 2x',
    'javascript:pwned()',
    'data:image/png;base64,iVBORw0K',
    'text/html',
  ],
  ...[
    'bogus',
    'ltr',
    'en',
    'xx',
    'x-y',
    '2020-01-01',
    '2020-13-41',
    'P1D',
    '(min-width: 1px)',
    'language-ts',
    'col',
    '&"<>\'',
  ],
  ...['tel:+1 2', 'mailto:a b@c.example', '50vw', 'u\u0085v\u0000w\ud800', '100%'],
]
const texts = [
  'a',
  ' ',
  'b c',
  '\n',
  '&amp;',
  '&lt;b&gt;',
  '<',
  '>',
  '&',
  'ü',
  '漢字',
  '\u00a0',
  '😀',
  '\u0000',
  '\u0085',
  '&#1;',
  ']]>',
]
const odd = [
  '<!-- x -->',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?php x ?>',
  '<!doctype html>',
  '</',
  '<a',
  '<b title="',
  "'",
  '"',
  '</p>',
  '</br>',
]

/** A document made by chance out of everything that the table knows: nested, crossed, unclosed. The same for the same numbers. */
export function makeDocument(random: () => number, length: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const open: string[] = []
  let html = ''
  for (let count = 0; count < length; count++) {
    const chance = random()
    if (chance < 0.45) {
      const name = pick(names)
      const own = elements.get(name)?.attributes ?? []
      let tag = `<${name}`
      for (let more = random() * 3; more > 1; more--) {
        tag += ` ${random() < 0.7 && own.length > 0 ? pick(own) : pick(attributes)}="${pick(values).replaceAll('"', '&quot;')}"`
      }
      html += `${tag}${random() < 0.05 ? '/' : ''}>`
      open.push(name)
    } else if (chance < 0.7) {
      html += `</${(random() < 0.85 ? open.pop() : undefined) ?? pick(names)}>`
    } else {
      html += chance < 0.98 ? pick(texts) : pick(odd)
    }
  }
  return html
}
