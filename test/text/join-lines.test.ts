import { expect, test } from 'vitest'
import { joinLines } from '../../src/text/join-lines.ts'

const cases = [
  { name: 'blanks as they are', text: 'a b c', joined: 'a b c' },
  { name: 'several blanks', text: 'a  b   c', joined: 'a b c' },
  { name: 'a line end', text: 'a\nb', joined: 'a b' },
  { name: 'a blank, then other white space', text: 'a \n\t b', joined: 'a b' },
  { name: 'other white space, then blanks', text: 'a\t  b', joined: 'a b' },
  { name: 'a no-break space', text: 'a\u00a0b', joined: 'a b' },
  { name: 'around it', text: '\n a \n', joined: 'a' },
  { name: 'nothing else', text: ' \n ', joined: '' },
]

test.each(cases)('joinLines: $name', ({ text, joined }) => {
  expect(joinLines(text)).toBe(joined)
  expect(joinLines(text)).toBe(text.replace(/\s+/g, ' ').trim())
})
