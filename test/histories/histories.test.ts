import { expect, test } from 'vitest'
import { histories } from './histories.ts'
import { openHistory } from './open-history.ts'

test.each(histories)('K-06 K-07 $name', async ({ config = 'feeds:\n  - /a', steps, ids, kept }) => {
  const history = await openHistory()
  history.setConfig(config)
  for (const { on, feeds = {}, front } of steps) {
    for (const [path, served] of Object.entries(feeds)) history.serve(path, served)
    await history.build(on.includes('T') ? on : `2026-${on}T12:00:00Z`)
    expect(history.titlesOn('index.html'), on).toEqual(front)
  }
  const last = steps.at(-1)?.front ?? []
  const expected = ids ?? last.map((title) => `https://a.example/${title.toLowerCase().replaceAll(' ', '-')}`)
  expect(history.ids()).toEqual(expected.map((id) => (typeof id === 'string' ? id : expect.stringMatching(id))))
  const titles = (await history.entries()).map(({ title }) => title)
  expect(titles.sort()).toEqual([...(kept ?? last)].sort())

  // And what a build without news must not do: write anything.
  const { written } = await history.build('2026-12-26T12:00:00Z')
  expect(written).toEqual([])
})
