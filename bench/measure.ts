import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** CPU seconds of the main thread and of all others (workers, garbage, file threads), start-up included. */
export type Measure = { main: number; others: number; cpu: number; wall: number; peakMb: number; out: string }

export const cli = path.join(import.meta.dirname, '../dist/cli.js')
/** Runs inside the measured process, and writes down at its end what it used. Linux tells the CPU time of one thread. */
const preload = `data:text/javascript,import{writeFileSync,readFileSync}from'node:fs';import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();let main=(u+s)/1e6;try{const f=readFileSync('/proc/thread-self/stat','utf8').split(') ')[1].split(' ');main=(Number(f[11])+Number(f[12]))/100}catch{}writeFileSync(process.env.PLANET_USAGE,JSON.stringify([(u+s)/1e6,main,m]))})`

/** Run `planet build` as it is published, in a folder. */
export function measureBuild(folder: string, ...words: string[]): Promise<Measure> {
  return measure(folder, cli, 'build', ...words)
}

/** Run a script in a process of its own. @throws where the script fails */
export async function measure(folder: string, script: string, ...words: string[]): Promise<Measure> {
  const usage = path.join(folder, 'usage.json')
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', preload, script, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PLANET_USAGE: usage },
  })
  const parts: string[] = []
  child.stdout.setEncoding('utf8').on('data', (part: string) => parts.push(part))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${path.basename(script)} ended with ${code}`)
  const [cpu = 0, main = 0, rss = 0] = JSON.parse(readFileSync(usage, 'utf8')) as number[]
  const wall = (performance.now() - startedAt) / 1000
  return { cpu, main, others: Math.max(0, cpu - main), wall, peakMb: rss / 1024, out: parts.join('') }
}
