import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cli } from './measure.ts'
import { type BenchPlanet, openPlanet, type Row } from './open-planet.ts'

/** Feeds that the entries are shared out among. */
const feeds = 100

/** Which costs grow with history: a hundred feeds, this many entries of earlier years, and a weekly backup. */
export async function measureHistory(
  counts: number[],
  rounds: number,
  report: (what: string, rows: Row[]) => void,
): Promise<void> {
  for (const count of counts) {
    const planet = await openPlanet(feeds, 2, count)
    const repeat = async (once: () => Promise<Row>) => {
      const rows: Row[] = []
      for (let round = 0; round < rounds; round += 1) rows.push(await once())
      return rows
    }
    const say = (what: string, rows: Row[]) => report(`${count} entries, ${what}`, rows)
    try {
      // The first build of a state older than a week makes the first backup.
      const whole = await planet.build()
      say('all pages', [whole])
      say('nothing due', await repeat(() => planet.build()))
      say('all asked, nothing new', await repeat(() => planet.build('--refresh')))
      say('one new entry', await repeat(() => planet.buildWithNews(1)))
      say('planet status', await repeat(() => planet.run('status')))
      say('planet why URL', await repeat(() => planet.run('why', 'https://blog7.example/old-3')))
      await killHalfWay(planet)
      say('all pages, killed half way: the rest', [await planet.build()])
    } finally {
      planet.close()
    }
  }
}

/** Remove the site, and kill the build that makes it again once half of its files are there. */
async function killHalfWay({ folder }: BenchPlanet): Promise<void> {
  const site = path.join(folder, 'public')
  const half = countFiles(site) / 2
  rmSync(site, { recursive: true })
  const child = spawn(process.execPath, [cli, 'build', '--quiet'], { cwd: folder, stdio: 'inherit' })
  const ended = once(child, 'close')
  while (child.exitCode === null && countFiles(site) < half) await new Promise((go) => setTimeout(go, 50))
  child.kill('SIGKILL')
  await ended
}

function countFiles(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true }).length
  } catch {
    return 0
  }
}
