import { expect, test } from 'vitest'
import { explainError } from '../../src/commands/explain-error.ts'
import { explainDamage, explainUnfinished, type Standing } from '../../src/store/state-error.ts'

const withMore = (more: object) => Object.assign(new Error('what it says'), more)
const noSpace = withMore({ errno: -28, syscall: 'write', code: 'ENOSPC', path: 'public/index.html' })
const noRoom = withMore({ code: 'SQLITE_FULL' })
const [page, state] = ['cannot write public/index.html', 'cannot write state/planet.db']

const rows: { name: string; error: unknown; stands?: Standing; says: string }[] = [
  {
    name: 'a page, before any is written',
    error: noSpace,
    says: `${page}: no space left on device; the site is as it was; free some space, and build again`,
  },
  {
    name: 'a page, with an old site',
    error: noSpace,
    stands: 'old',
    says: `${page}: no space left on device; the site is as it was, but for pages that this build had made already; free some space, and build again`,
  },
  {
    name: 'a page, in a first build',
    error: noSpace,
    stands: 'none',
    says: `${page}: no space left on device; the site is not whole, and has no front page yet; free some space, and build again`,
  },
  {
    name: 'the state, before any page is written',
    error: noRoom,
    says: `${state}: no space left on device; the site is as it was, and nothing stored is lost; free some space, and build again`,
  },
  {
    name: 'the state, when all pages are written',
    error: noRoom,
    stands: 'new',
    says: `${state}: no space left on device; the new site stands, whole, and nothing stored is lost; free some space, and build again`,
  },
  {
    name: 'a mistake in the program, when all pages are written',
    error: new Error('oops'),
    stands: 'new',
    says: 'oops',
  },
]

test.each(rows)('O-12 what failed, and which site stands: $name', ({ error, stands, says }) => {
  const thrown = stands === undefined ? error : explainUnfinished(error, stands)
  const explained = explainError(explainDamage(thrown, { kind: 'folder', folder: 'state' }), false)
  expect(explained).toEqual({ message: `planet: ${says}`, exitCode: 1 })
})
