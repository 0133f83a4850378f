#!/usr/bin/env node
import module from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { exitCodes } from './commands/exit-codes.ts'

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(exitCodes.interrupted))
// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// Where a machine has much memory, V8 lets garbage grow to three times of what is alive before it collects it: half as much will do.
setFlagsFromString('--heap-growing-percent=50')

// Node 22 and newer keep what they have compiled, for the next time; where that cannot be kept, it is compiled anew.
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown }
enableCompileCache?.(path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'planet'))

// V8 before 12, that of Node 20, optimises what has run for a few milliseconds: a build that is over after seconds spent a third of its
// processor time on code that it hardly used. Eight times its default is where a first build still takes no longer; newer V8s wait of
// themselves.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=540000')

// Names of hosts are looked up by half of these threads, by two of the four that there would be: for two who are long in coming, all would wait.
// Node 20 has begun its four by now.
process.env.UV_THREADPOOL_SIZE ??= '64'

const { runProgram } = await import('./commands/run-program.ts')
process.exitCode = await runProgram(process.argv.slice(2))
