import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, openLockDatabase } from '../../src/store/open-database.ts'
import { isMachineFailure, StateError } from '../../src/store/state-error.ts'

const withMore = (more: object) => Object.assign(new Error('what it says'), more)

const errors = [
  { name: 'no space, said by the system', error: withMore({ errno: -28, syscall: 'write', code: 'ENOSPC' }), is: true },
  { name: 'no space, said by SQLite', error: withMore({ code: 'SQLITE_FULL' }), is: true },
  { name: 'a damaged state', error: withMore({ code: 'SQLITE_CORRUPT_INDEX' }), is: true },
  { name: 'a state that is not ours to write', error: new StateError('cannot write'), is: true },
  { name: 'a text that is too long for the database', error: withMore({ code: 'SQLITE_TOOBIG' }), is: false },
  { name: 'a value where none may be', error: withMore({ code: 'SQLITE_CONSTRAINT_NOTNULL' }), is: false },
  { name: 'a mistake in the program', error: new TypeError('x is not a function'), is: false },
  { name: 'a string past the limit of the engine', error: new RangeError('Invalid string length'), is: false },
  { name: 'something that is no error', error: 'oops', is: false },
]

test.each(errors)('isMachineFailure: $name: $is', ({ error, is }) => expect(isMachineFailure(error)).toBe(is))

test.each([{ open: openDatabase }, { open: openLockDatabase }])(
  '$open.name: a file that cannot be opened is said in words of ours',
  ({ open }) => {
    // A folder in its place is the one such file that root has.
    const folder = mkdtempSync(path.join(tmpdir(), 'planet-unopened-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    expect(() => open(folder)).toThrow(`cannot write ${folder}: it, or the folder that it is in, is not ours to write`)
  },
)
