import { expect, test } from 'vitest'
import { makePublishedId } from '../../src/normalize/merge/make-published-id.ts'

const feed = 'https://a.example/feed'
const derived = expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

const cases = [
  { name: 'an address', id: 'https://a.example/?p=1', published: 'https://a.example/?p=1' },
  { name: 'one that is not canonical', id: 'HTTP://WWW.A.example:80/x', published: 'HTTP://WWW.A.example:80/x' },
  { name: 'a tag URI', id: 'tag:a.example,2020-05-01:/x', published: 'tag:a.example,2020-05-01:/x' },
  {
    name: 'a uuid',
    id: 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    published: 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
  },
  { name: 'an IRI', id: 'https://a.example/größe', published: 'https://a.example/größe' },
  { name: 'a number', id: '1234', published: derived },
  { name: 'a title', id: 'Hello, world', published: derived },
  { name: 'a path', id: '/2020/x', published: derived },
  { name: 'white space inside', id: 'tag:a.example,2020-05-01 07:00:00:/x', published: derived },
  { name: 'a tag URI without a date', id: 'tag:a.example:/x', published: derived },
  { name: 'a broken uuid', id: 'urn:uuid:12', published: derived },
  { name: 'http without a host', id: 'http:x', published: derived },
  { name: 'a broken percent sign', id: 'https://a.example/100%', published: derived },
  { name: 'a script', id: 'javascript:alert(1)', published: derived },
  { name: 'a script in capitals', id: 'JavaScript:alert(1)', published: derived },
  { name: 'a document of its own', id: 'data:text/html,x', published: derived },
  { name: 'a file', id: 'file:///etc/passwd', published: derived },
  { name: 'a scheme that every object knows', id: 'constructor:x', published: 'constructor:x' },
  { name: 'a control character', id: 'https://a.example/\u0008', published: derived },
]

test.each(cases)('F-03 makePublishedId: $name', ({ id, published }) => {
  expect(makePublishedId(feed, id)).toEqual(published)
})

test('F-03 makePublishedId: what is derived depends on the feed and the id alone', () => {
  const made = makePublishedId(feed, '1234')
  expect(made).toBe('urn:uuid:57b45856-4e32-5d9b-90cb-8cd553519584')
  expect(makePublishedId('https://b.example/feed', '1234')).not.toBe(made)
})
