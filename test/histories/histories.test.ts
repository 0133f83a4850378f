import { expect, test } from 'vitest'
import { histories } from './histories.ts'
import { openHistory } from './open-history.ts'

test.each(histories)('K-06 K-07 $name', async ({ config = 'feeds:\n  - /a', steps, ids, kept }) => {
  const history = await openHistory()
  history.setConfig(config)
  const timeOf = (on = '') => (on.includes('T') ? on : `2026-${on}T12:00:00Z`)
  for (const { on, feeds = {}, front } of steps) {
    for (const [path, served] of Object.entries(feeds)) history.serve(path, served)
    await history.build(timeOf(on))
    expect(history.titlesOn('index.html'), on).toEqual(front)
  }
  const last = steps.at(-1)?.front ?? []
  const expected = ids ?? last.map((title) => `https://a.example/${title.toLowerCase().replaceAll(' ', '-')}`)
  expect(history.ids()).toEqual(expected.map((id) => (typeof id === 'string' ? id : expect.stringMatching(id))))
  const titles = (await history.entries()).map(({ title }) => title)
  expect(titles.sort()).toEqual([...(kept ?? last)].sort())

  // And what a build without news must not do: write anything.
  const { written } = await history.build(timeOf(steps.at(-1)?.on))
  expect(written).toEqual([])
})
