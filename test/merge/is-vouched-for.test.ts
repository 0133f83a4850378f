import { expect, test } from 'vitest'
import type { FeedAbout } from '../../src/model.ts'
import { isVouchedFor } from '../../src/normalize/merge/is-vouched-for.ts'

const about = (title: string, id?: string): FeedAbout => ({
  ...{ id, title, subtitle: undefined, link: undefined, feedUrl: undefined, language: undefined, updated: undefined },
  ...{ authors: [], image: undefined, rights: undefined, generator: undefined, schedule: undefined },
})
const by = (...names: string[]) => ({ authors: names.map((name) => ({ name, url: undefined, email: undefined })) })
const blog = about('Garden')

const rows: [name: string, entries: ReturnType<typeof by>[], known: string[], is: boolean][] = [
  ['each is signed by who wrote before', [by('Ada'), by('ada '), by('Bo', 'Ada')], ['Ada', 'Cy'], true],
  ['one is signed by a stranger', [by('Ada'), by('Eve')], ['Ada'], false],
  ['one is not signed', [by('Ada'), by()], ['Ada'], false],
  ['whom programs name', [by('admin'), by('Site Admin'), by('Editor')], ['admin', 'Site Admin', 'Editor'], false],
  ['a staff', [by('Editorial team')], ['Editorial team'], false],
  ['the blog itself', [by('Garden')], ['Garden'], false],
  ['no entry', [], ['Ada'], false],
]

test.each(rows)('K-05 isVouchedFor: %s', (_, entries, known, is) => {
  expect(isVouchedFor(entries, known, blog, blog)).toBe(is)
})

const ids: [name: string, before: string | undefined, after: string | undefined, is: boolean][] = [
  [
    'the same uuid',
    'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    true,
  ],
  ['the same tag', 'tag:blogger.com,1999:blog-77', 'tag:blogger.com,1999:blog-77', true],
  ['another', 'tag:blogger.com,1999:blog-77', 'tag:blogger.com,1999:blog-78', false],
  ['an address, which goes with the domain', 'https://a.example/', 'https://a.example/', false],
  ['none', undefined, undefined, false],
]

test.each(ids)('K-05 isVouchedFor, the feed’s own id: %s', (_, before, after, is) => {
  expect(isVouchedFor([by()], [], about('Garden', before), about('Garden', after))).toBe(is)
})
