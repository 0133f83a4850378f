import { expect, test } from 'vitest'
import { isPainted, paint } from '../../src/commands/paint.ts'

const environments = [
  { name: 'a terminal', isTTY: true, env: { TERM: 'xterm' }, painted: true },
  { name: 'a pipe', isTTY: false, env: { TERM: 'xterm' }, painted: false },
  { name: 'a terminal that can do nothing', isTTY: true, env: { TERM: 'dumb' }, painted: false },
  { name: 'NO_COLOR', isTTY: true, env: { NO_COLOR: '1' }, painted: false },
  { name: 'NO_COLOR, empty', isTTY: true, env: { NO_COLOR: '' }, painted: true },
  { name: 'FORCE_COLOR in a pipe', isTTY: false, env: { FORCE_COLOR: '1' }, painted: true },
  { name: 'FORCE_COLOR=0', isTTY: true, env: { FORCE_COLOR: '0' }, painted: false },
  { name: 'both', isTTY: true, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, painted: false },
]

test.each(environments)('O-04 colours: $name', ({ isTTY, env, painted }) => {
  expect(isPainted({ isTTY }, env)).toBe(painted)
})

test('O-04 only signs and labels at the beginning of a line are painted, and no letter is lost', () => {
  const text = 'New        1 entry\n             Failed\n  ✗ A: gone\n  !important\nFailed     2 feeds\nFEED  STATE\n'
  const result = paint(text)
  expect(result.replace(/\u001b\[\d*m/g, '')).toBe(text)
  expect(result.split('\n').map((line) => line.includes('\u001b'))).toEqual([
    true,
    false,
    true,
    false,
    true,
    true,
    false,
  ])
})
