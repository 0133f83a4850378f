import path from 'node:path'
import type { Ended } from './start-planet.ts'

// The built program, as an operator has it: its threads are files of dist/ too.
const built = path.join(import.meta.dirname, '../../dist/run-program.js')
const { runProgram } = (await import(built)) as typeof import('../../src/commands/run-program.ts')

let running: string | undefined

/**
 * Run a command to its end, here: without the half second that a process takes to start. What is about processes (signals,
 * locks, crashes, pipes) uses `startPlanet`.
 *
 * @param cwd the folder that it runs in
 */
export async function runPlanet(cwd: string, ...words: string[]): Promise<Ended> {
  // Output and folder are the process's own.
  if (running !== undefined) throw new Error(`planet ${words.join(' ')}: planet ${running} is still running`)
  running = words.join(' ')
  const { stdout, stderr } = process
  const [written, complained] = [capture(stdout), capture(stderr)]
  const home = process.cwd()
  process.chdir(cwd)
  try {
    const code = await runProgram(words)
    return { code, signal: null, stdout: written.text(), stderr: complained.text() }
  } finally {
    process.chdir(home)
    written.end()
    complained.end()
    running = undefined
  }
}

function capture(stream: NodeJS.WriteStream) {
  const { write } = stream
  let text = ''
  stream.write = (part: string | Uint8Array) => {
    text += typeof part === 'string' ? part : Buffer.from(part).toString('utf8')
    return true
  }
  const end = () => {
    stream.write = write
  }
  return { text: () => text, end }
}
