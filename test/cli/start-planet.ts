import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')

/** How a command ended. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

type Started = { child: ChildProcess; ended: Promise<Ended> }

/** Start the built command line in a process of its own, as cron would: no terminal. */
export function startPlanet(cwd: string, ...words: string[]): Started {
  return startPlanetWith(cwd, process.env, ...words)
}

/** The same in an environment of its own. */
export function startPlanetWith(cwd: string, env: NodeJS.ProcessEnv, ...words: string[]): Started {
  const child = spawn(process.execPath, [cli, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }))
  })
  return { child, ended }
}
