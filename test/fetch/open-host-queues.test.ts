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

test('among thousands of hosts, none is asked again before its time', async () => {
  const queues = openHostQueues(1, (host) => (host === 'slow' ? 60_000 : 0))
  const ended = await queues.run('slow', async () => performance.now())
  for (let host = 0; host < 2500; host += 1) await queues.run(`host-${host}`, async () => undefined)
  const again = queues.run(
    'slow',
    async () => 'asked too early',
    () => `left alone since ${ended}`,
  )
  // It stands in line, which its turn tells at once, and waits for its time.
  const waits = queues.run('slow', async () => 'asked too early')
  expect(await again).toBe(`left alone since ${ended}`)
  const soon = queues.run('host-0', async () => 'asked')
  expect(await Promise.race([waits, soon])).toBe('asked')
})
