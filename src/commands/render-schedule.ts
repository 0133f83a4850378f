import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../package-root.ts'
import { makeLine } from '../text/make-line.ts'
import { version } from '../version.ts'

export type Schedule = (typeof schedules)[number]

/** What can run a planet once an hour. */
export const schedules = ['cron', 'systemd', 'github', 'gitlab', 'docker'] as const

/** Files of deploy/, and their names in a planet. */
const files: Record<Schedule, [template: string, name: string][]> = {
  cron: [['planet.cron', 'planet.cron']],
  systemd: [
    ['planet.service', 'planet.service'],
    ['planet.timer', 'planet.timer'],
  ],
  github: [['github.yml', '.github/workflows/planet.yml']],
  gitlab: [['gitlab.yml', '.gitlab-ci.yml']],
  docker: [
    ['Dockerfile', 'Dockerfile'],
    ['dockerignore', '.dockerignore'],
  ],
}

type Values = {
  /** Absolute, as are the others. */
  root: string
  /** Its feeds.yaml. */
  file: string
  title: string
  url: string
}

/** The files that run a planet once an hour, filled in for this planet on this machine. */
export async function renderSchedule(name: Schedule, values: Values): Promise<{ path: string; text: string }[]> {
  const quote = quotes[name]
  const words = new Map([
    ['TITLE', makeLine(values.title).replace(/[%\\]/g, '')],
    ['MINUTE', String(pickMinute(values)).padStart(name === 'systemd' ? 2 : 1, '0')],
    ['ROOT', quote(values.root)],
    // Not quoted: systemd reads this path to the end of its line, blanks included.
    ['DIRECTORY', values.root.replaceAll('%', '%%')],
    // Cron and systemd know nothing of a shell's PATH.
    ['NODE', quote(process.execPath)],
    ['PLANET', quote(fileURLToPath(new URL('dist/cli.js', packageRoot)))],
    ['CONFIG', quote(values.file)],
    ['USER', userInfo().username],
    ['PACKAGE', 'planet-feeds'],
    ['VERSION', version],
  ])
  const fill = (text: string) => text.replace(/@([A-Z]+)@/g, (whole, word: string) => words.get(word) ?? whole)
  return Promise.all(
    files[name].map(async ([template, target]) => ({
      path: target,
      text: fill(await readFile(new URL(`deploy/${template}`, packageRoot), 'utf8')),
    })),
  )
}

/** A minute that spreads planets over the hour: derived from the planet, so that it is the same each time, and no multiple of five. */
export function pickMinute({ root, url }: Pick<Values, 'root' | 'url'>): number {
  const minutes = Array.from({ length: 60 }, (_, minute) => minute).filter((minute) => minute % 5 !== 0)
  const digest = createHash('sha256').update(`${url}\n${root}`).digest()
  return minutes[digest.readUInt32BE() % minutes.length] ?? 17
}

/** A path quoted for the shell; percent signs are escaped, since in a crontab they end the line (crontab(5)). */
function quoteForCron(text: string): string {
  const quoted = /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
  return quoted.replaceAll('%', '\\%')
}

/** A path as systemd reads it (systemd.syntax(7), systemd.unit(5): specifiers). */
function quoteForSystemd(text: string): string {
  const escaped = text.replaceAll('%', '%%')
  return /^[\w@%+=:,./-]+$/.test(text) ? escaped : `"${escaped.replace(/["\\]/g, '\\$&')}"`
}

const asItIs = (text: string) => text
const quotes: Record<Schedule, (text: string) => string> = {
  cron: quoteForCron,
  systemd: quoteForSystemd,
  github: asItIs,
  gitlab: asItIs,
  docker: asItIs,
}
