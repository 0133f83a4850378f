import { expect, test } from 'vitest'
import { openGate } from '../../src/pipeline/open-gate.ts'

/** A gate, and the places of the feeds that it has let in. */
function openWatched(most: number, feeds: number, many?: number) {
  const inside: number[] = []
  const gate = openGate(most, feeds, (place) => inside.push(place))
  gate.open(many)
  return { gate, inside }
}

test('all may enter while little is held, each once', () => {
  const { gate, inside } = openWatched(1_000_000, 3)
  expect(inside).toEqual([0, 1, 2])
  gate.leave(0)
  expect(inside).toEqual([0, 1, 2])
})

test('one slow early feed holds those behind it only when much waits for it, and never itself', () => {
  const { gate, inside } = openWatched(110_000, 6)
  expect(inside).toEqual([0, 1, 2])
  gate.hold(1, 600_000)
  gate.hold(2, 600_000)
  expect(inside).toEqual([0, 1, 2])
  gate.leave(0)
  expect(inside).toEqual([0, 1, 2])
  gate.leave(1)
  gate.leave(2)
  expect(inside).toEqual([0, 1, 2, 3, 4, 5])
})

test('whose turn it is may enter, whatever is held: there is always one that goes on', () => {
  const { gate, inside } = openWatched(1, 4)
  expect(inside).toEqual([0])
  gate.hold(0, 10_000_000)
  expect(inside).toEqual([0])
  gate.leave(0)
  expect(inside).toEqual([0, 1])
  gate.leave(1)
  expect(inside).toEqual([0, 1, 2])
})

test('what is on its way counts: no more are asked than there is room for, until it is known what they bring', () => {
  const { gate, inside } = openWatched(100_000, 6)
  expect(inside).toEqual([0, 1])
  gate.hold(1, 0)
  expect(inside).toEqual([0, 1, 2])
  gate.hold(2, 90_000)
  gate.leave(0)
  expect(inside).toEqual([0, 1, 2, 3])
})

test('no feed, nobody enters', () => {
  expect(openWatched(100_000, 0).inside).toEqual([])
})

test('it may be opened to a few first; whose turn it is may enter all the same', () => {
  const { inside, gate } = openWatched(1_000_000, 5, 2)
  expect(inside).toEqual([0, 1])
  gate.open()
  expect(inside).toEqual([0, 1, 2, 3, 4])
  const { inside: entered, gate: few } = openWatched(1_000_000, 3, 1)
  few.leave(0)
  expect(entered).toEqual([0, 1, 2])
})
