import { expect, test } from 'vitest'
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
