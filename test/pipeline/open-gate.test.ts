import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openGate } from '../../src/pipeline/open-gate.ts'

/** Feeds that wish to enter, in order; those that may. */
async function enterAll(gate: ReturnType<typeof openGate>, places: number[]): Promise<number[]> {
  const inside: number[] = []
  for (const place of places) void gate.enter(place).then(() => inside.push(place))
  await setImmediate()
  return inside
}

test('all may enter while little is held', async () => {
  const gate = openGate(1_000_000)
  expect(await enterAll(gate, [0, 1, 2])).toEqual([0, 1, 2])
})

test('one slow early feed holds those behind it only when much waits for it, and never itself', async () => {
  const gate = openGate(1_000_000)
  gate.hold(1, 600_000)
  expect(await enterAll(gate, [2])).toEqual([2])
  gate.hold(2, 600_000)
  const inside = await enterAll(gate, [3, 4])
  expect(inside).toEqual([])
  expect(await enterAll(gate, [0])).toEqual([0])
  gate.leave(0)
  gate.leave(1)
  await setImmediate()
  expect(inside).toEqual([3, 4])
})

test('whose turn it is may enter, whatever is held: there is always one that goes on', async () => {
  const gate = openGate(1_000_000)
  gate.hold(5, 10_000_000)
  const inside = await enterAll(gate, [1, 2, 3])
  expect(inside).toEqual([])
  gate.leave(0)
  await setImmediate()
  expect(inside).toEqual([1])
  gate.leave(1)
  await setImmediate()
  expect(inside).toEqual([1, 2])
})

test('what is on its way counts: no more are asked than there is room for, until it is known what they bring', async () => {
  const gate = openGate(100_000)
  const inside = await enterAll(gate, [0, 1, 2, 3, 4, 5])
  expect(inside).toEqual([0, 1])
  gate.hold(1, 0)
  await setImmediate()
  expect(inside).toEqual([0, 1, 2])
  gate.hold(2, 90_000)
  gate.leave(0)
  await setImmediate()
  expect(inside).toEqual([0, 1, 2, 3])
})
