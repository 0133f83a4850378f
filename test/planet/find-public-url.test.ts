import { expect, test } from 'vitest'
import { findPublicUrl, stripKeys } from '../../src/planet/find-public-url.ts'

const plain = 'https://a.example/feed'

test.each([
  ['a key', '?key=k3y'],
  ['a token', '?format=atom&token=k3y'],
  ['auth', '?auth=k3y'],
  ['api_key', '?api_key=k3y'],
  ['apiKey', '?apiKey=k3y'],
  ['APIKEY', '?APIKEY=k3y'],
  ['a secret', '?secret=k3y'],
  ['a signature', '?sig=k3y'],
  ['one of a cloud', '?X-Amz-Date=1&X-Amz-Signature=k3y'],
  ['an access token', '?access_token=k3y'],
  ['a name in brackets', '?feed[token]=k3y'],
  ['an escaped name', '?%6Bey=k3y'],
  ['one after a semicolon', '?a=b;token=k3y'],
  ['one without a value', '?token'],
  ['one before a fragment', '?token=k3y#top'],
])('an address with a key is not for the public: %s', (_, query) => {
  expect(findPublicUrl({ url: plain + query })).toBeUndefined()
  expect(stripKeys(plain + query)).not.toMatch(/k3y|token$/)
})

test.each([
  ['no query', ''],
  ['an empty query', '?'],
  ['WordPress', '?feed=rss2&author=3'],
  ['a search', '?keywords=token&q=key'],
  ['YouTube', '?channel_id=UCkeytokenauth'],
  ['words that begin so', '?keyword=a&tokens=1&authors=2&signal=3&secretary=4'],
  ['a question in the fragment', '#a?key=1'],
])('an address that everybody may know: %s', (_, query) => {
  expect(findPublicUrl({ url: plain + query })).toBe(plain + query)
  expect(stripKeys(plain + query)).toBe(plain + query)
})

test('headers of its own, also where the store keeps no value of them', () => {
  expect(findPublicUrl({ url: plain, headers: {} })).toBeUndefined()
})

test.each([
  ['?token=k3y', ''],
  ['?a=1&token=k3y&b=2', '?a=1&b=2'],
  ['?token=k3y&b=2#top', '?b=2#top'],
])('what stays of an address: %s', (query, stays) => {
  expect(stripKeys(plain + query)).toBe(plain + stays)
})
