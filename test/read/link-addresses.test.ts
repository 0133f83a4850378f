import { expect, test } from 'vitest'
import { linkAddresses } from '../../src/normalize/read/fields/link-addresses.ts'
import { measureCpu } from '../measure-cpu.ts'

const link = (url: string) => `<a href="${url}">${url}</a>`
const url = 'https://a.example/b'

const cases = [
  { name: 'at the end of a sentence', text: `See ${url}.`, html: `See ${link(url)}.` },
  { name: 'in brackets', text: `(see ${url})`, html: `(see ${link(url)})` },
  { name: 'with brackets of its own', text: `(see ${url}_(c)).`, html: `(see ${link(`${url}_(c)`)}).` },
  { name: 'before a bracket that nobody opened', text: `${url}))`, html: `${link(url)}))` },
  { name: 'a query', text: `${url}?x=1&amp;y=2, and`, html: `${link(`${url}?x=1&amp;y=2`)}, and` },
  { name: 'in quotes that are escaped', text: `&quot;${url}&quot;`, html: `&quot;${link(url)}&quot;` },
  { name: 'no host', text: 'https:// is safe', html: 'https:// is safe' },
]

test.each(cases)('an address in a plain text is a link: $name', ({ text, html }) => {
  expect(linkAddresses(text)).toBe(html)
})

test.each([')', ']', '.', ';', '(;', '&amp;'])('K-20 time grows with the length, and no faster: %s', async (unit) => {
  const cpu = async (times: number) => (await measureCpu(() => linkAddresses(url + unit.repeat(times)))).cpuMs
  await cpu(1000)
  expect(await cpu(80_000)).toBeLessThan(12 * (await cpu(20_000)) + 200)
})
