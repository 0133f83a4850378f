import { expect, test } from 'vitest'
import { findIcons } from '../../src/html/find-icons.ts'

const usual = 'https://a.example/favicon.ico'

const cases = [
  { name: 'none: where browsers have always looked', page: '<title>x</title>', icons: [usual] },
  {
    name: 'the largest first; one for telephones is large',
    page: '<link rel="icon" href="s.png" sizes="32x32"><link rel=icon href=l.png sizes=512x512><link rel="apple-touch-icon" href="/t.png">',
    icons: ['https://a.example/blog/l.png', 'https://a.example/t.png', 'https://a.example/blog/s.png', usual],
  },
  {
    name: 'as old pages write it, each once',
    page: `<LINK REL='shortcut icon' HREF='${usual}'>`,
    icons: [usual],
  },
  {
    name: 'no drawings, no scripts, no other links',
    page: '<link rel="icon" href="a.svg"><link rel="icon" type="image/svg+xml" href="b"><link rel="icon" href="javascript:x"><link rel="mask-icon" href="c.png"><link rel="stylesheet" href="d.css">',
    icons: [usual],
  },
  {
    name: 'an attribute whose name only ends like one says nothing',
    page: '<link rel=icon href=a.png data-href=b.png data-sizes=9x9 xml:href="c.png">',
    icons: ['https://a.example/blog/a.png', usual],
  },
]

test.each(cases)('findIcons: $name', ({ page, icons }) => {
  expect(findIcons(page, 'https://a.example/blog/')).toEqual(icons)
})

test('K-20 a page made to be slow is looked at in time that grows with its length', () => {
  const parts = ['a', 'a ', 'a=', 'a="', "a='", 'a\t', 'rel=icon ', '<link ', '"', '=']
  for (const part of parts) {
    const page = `<link ${part.repeat(190_000 / part.length)}>`
    const before = process.cpuUsage()
    findIcons(page, 'https://a.example/')
    const { user, system } = process.cpuUsage(before)
    // By the square, the first took half a minute.
    expect((user + system) / 1e6, part).toBeLessThan(1)
  }
})
