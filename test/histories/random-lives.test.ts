import { expect, test } from 'vitest'
import { makeEntryKeys } from '../../src/normalize/merge/make-entry-keys.ts'
import { makeRandomLife, markOf, type Told } from './make-random-life.ts'
import { openHistory } from './open-history.ts'

const [firstSeed, blogs, polls] = [Number(process.env.PLANET_TEST_SEED ?? 1), 6, 20]

test('K-06 K-07 lives of chance: no post is lost, none stands twice, none is another, none moves', async () => {
  const history = await openHistory()
  const lives = Array.from({ length: blogs }, (_, index) => {
    const path = `/${String.fromCharCode(97 + index)}`
    return {
      path,
      life: makeRandomLife(firstSeed + index, path, polls),
      last: new Map<number, Told & { poll: number }>(),
      others: new Set<number>(),
    }
  })
  history.setConfig(`defaults: {per_day: 1000}\nfeeds:\n${lives.map(({ path }) => `  - ${path}`).join('\n')}`)
  const places = new Map<string, string>()
  let now = 0
  for (let poll = 0; poll < polls; poll += 1) {
    for (const { path, life } of lives) history.serve(path, life[poll]?.body)
    now = Math.max(now + 60_000, ...lives.map(({ life }) => +(life[poll]?.at ?? 0)))
    await history.build(new Date(now).toISOString(), { part: 'fetch' })
    const stored = await history.entries()
    for (const [index, { path, life, last, others }] of lives.entries()) {
      const own = stored.filter(({ feed }) => feed === history.url(path))
      const where = (told = life[poll]?.told) => `seed ${firstSeed + index}, poll ${poll}: ${told}`
      for (const told of life[poll]?.carries ?? []) {
        const before = last.get(told.number)
        if (before !== undefined && before.poll < poll - 1 && !canBeKnown(before, told)) others.add(told.number)
        last.set(told.number, { ...told, poll })
      }
      for (const [number, { poll: seen }] of last) {
        if (others.has(number)) continue
        const entries = own.filter(({ contentHtml }) => contentHtml?.includes(`${markOf(number)}<`))
        expect(entries, `${where()} (post ${number}, carried in poll ${seen})`).toHaveLength(1)
        const [entry] = entries
        const place = `${entry?.publishedId} ${entry?.position.toISOString()}`
        const key = `${path} ${number}`
        expect(place, where()).toBe(places.get(key) ?? place)
        places.set(key, place)
      }
    }
  }
})

/** Who was away for a while, and comes back under another id, path, title or day, is somebody new. */
function canBeKnown({ post: a }: Told, { post: b }: Told): boolean {
  const [before, now] = [a, b].map(({ link = '', title = '', date = '' }) =>
    makeEntryKeys({ link, title, published: new Date(date) }),
  )
  return (
    (a.id !== undefined && a.id === b.id) || before?.linkPath === now?.linkPath || before?.titleDay === now?.titleDay
  )
}
