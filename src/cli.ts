#!/usr/bin/env node
import module from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { exitCodes } from './commands/exit-codes.ts'

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(exitCodes.interrupted))
// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// On a machine with much memory, V8 lets the heap grow to three times the live objects before it collects garbage: half of that will do.
setFlagsFromString('--heap-growing-percent=50')
// At each collection, V8 forgets the compiled code of functions that have not run lately; a build of seconds compiles them again.
setFlagsFromString('--no-flush-bytecode')

// Node 22 and newer keep compiled code for the next run; where it cannot be stored, the code is compiled again.
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown }
enableCompileCache?.(path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'planet'))

// V8 before 12 (Node 20) optimises code that has run for a few milliseconds: a build of a few seconds spent a third of its CPU time on
// optimising code that it hardly used. Eight times the default budget does not make a first build slower; newer V8s wait by themselves.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=540000')

// Node looks up host names in half of these threads. The default of four leaves two: two slow look-ups would make all others wait. Has no
// effect in Node 20, which has started its four threads by now.
process.env.UV_THREADPOOL_SIZE ??= '64'

const { runProgram } = await import('./commands/run-program.ts')
process.exitCode = await runProgram(process.argv.slice(2))
