import { expect, test } from 'vitest'
import { quoteJson } from '../../src/text/quote-json.ts'

const long = 'The tide comes in twice a day, and the tables say when. '.repeat(3)
const cases = [
  { name: 'short', text: 'a "b" \\ \n' },
  { name: 'letters', text: long },
  { name: 'quotes and line ends', text: `"${long}"\n\t<a href="x">\\"\\n\\\\` },
  { name: 'the other signs with a letter', text: `${long}\b\f\r\v` },
  { name: 'zero', text: `${long}\0` },
  { name: 'delete, which is none', text: `${long}\x7f\x80` },
  { name: 'what a script takes for line ends', text: `${long}\u2028\u2029` },
  { name: 'a sign of two halves', text: `${long}\u{1f600}` },
  { name: 'half a sign', text: `${long}\ud83d` },
  { name: 'the other half', text: `${long}\ude00"` },
  { name: 'what a replacement could take for an order', text: `${long}$&$1"$\`` },
]

test.each(cases)('quoteJson says what JSON.stringify says: $name', ({ text }) => {
  expect(quoteJson(text)).toBe(JSON.stringify(text))
})

test('quoteJson says what JSON.stringify says of every sign', () => {
  for (let code = 0; code < 0x10000; code++) {
    const text = long + String.fromCharCode(code)
    if (quoteJson(text) !== JSON.stringify(text)) expect.fail(code.toString(16))
  }
})
