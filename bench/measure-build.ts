import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Measure = { cpuSeconds: number; wallSeconds: number; peakMb: number }

const cli = path.join(import.meta.dirname, '../dist/cli.js')
/** Runs inside the measured process: what it used is written down when it ends. */
const preload = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();writeFileSync(process.env.PLANET_USAGE,JSON.stringify([userCPUTime+systemCPUTime,maxRSS]))})`

/** Run the built command line in a folder. CPU counts all its threads, start-up included. */
export async function measureBuild(folder: string, ...words: string[]): Promise<Measure> {
  const usage = path.join(folder, 'usage.json')
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', preload, cli, 'build', ...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLANET_USAGE: usage },
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`planet build ended with ${code}`)
  const [cpu = 0, rss = 0] = JSON.parse(readFileSync(usage, 'utf8')) as number[]
  return { cpuSeconds: cpu / 1e6, wallSeconds: (performance.now() - startedAt) / 1000, peakMb: rss / 1024 }
}
