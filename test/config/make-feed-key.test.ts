import { expect, test } from 'vitest'
import { makeFeedKey } from '../../src/config/make-feed-key.ts'
import { measureCpu } from '../measure-cpu.ts'

test.each([
  ['scheme, www. and a slash at the end', 'http://www.a.example/feed/', 'https://a.example/feed'],
  ['several slashes at the end', 'https://a.example/feed///', 'https://a.example/feed'],
  ['no path', 'https://a.example', 'https://a.example///'],
])('one feed, by whichever spelling: %s', (_, one, other) => {
  expect(makeFeedKey(one)).toBe(makeFeedKey(other))
})

test.each([
  ['slashes within', 'https://a.example//feed', 'https://a.example/feed'],
  ['a query', 'https://a.example/feed/?a', 'https://a.example/feed/'],
])('two feeds: %s', (_, one, other) => {
  expect(makeFeedKey(one)).not.toBe(makeFeedKey(other))
})

test('six hundred addresses of slashes, as many as a reading list holds, take no time', async () => {
  const addresses = Array.from({ length: 600 }, (_, number) => `https://${number}.evil.example/${'/'.repeat(8000)}x`)
  const { cpuMs } = await measureCpu(() => addresses.map(makeFeedKey))
  expect(cpuMs).toBeLessThan(3000)
})
