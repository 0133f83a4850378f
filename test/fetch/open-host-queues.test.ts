import pLimit from 'p-limit'
import { expect, test } from 'vitest'
import { openHostQueues } from '../../src/fetch/open-host-queues.ts'

test('nothing begins before there is room, however many slots are free', async () => {
  let makeRoom = () => {}
  const room = new Promise<void>((go) => {
    makeRoom = go
  })
  let waits = 0
  const wait = () => {
    waits += 1
    return room
  }
  const queues = openHostQueues(1, () => 0, pLimit(2), wait)
  const begun: string[] = []
  const all = ['a', 'b', 'c'].map((host) => queues.run(host, async () => void begun.push(host)))
  await expect.poll(() => waits).toBe(2)
  expect(begun).toEqual([])
  makeRoom()
  await Promise.all(all)
  expect(begun).toEqual(['a', 'b', 'c'])
})

test('a host is left alone after its answer, also where nobody waited for it meanwhile', async () => {
  const queues = openHostQueues(1, () => 60)
  await queues.run('a', async () => undefined)
  const endedAt = performance.now()
  await queues.run('b', async () => undefined)
  const began = await queues.run('a', async () => performance.now())
  expect(began - endedAt).toBeGreaterThanOrEqual(50)
})
