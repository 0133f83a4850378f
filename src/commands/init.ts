import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findConfig } from '../config/find-config.ts'
import { loadConfig } from '../config/load-config.ts'
import { makeJsonSchema } from '../config/make-json-schema.ts'
import { parsePlanetUrl } from '../config/parse-address.ts'
import { renderNewConfig } from '../config/render-new-config.ts'
import { makeFolder } from '../make-folder.ts'
import { wrapText } from '../text/wrap-text.ts'
import { askText, isInteractive } from './ask-operator.ts'
import { exitCodes } from './exit-codes.ts'
import type { InitFlags } from './flags.ts'
import { findColumns, print } from './print.ts'
import { renderSchedule, type Schedule, schedules } from './render-schedule.ts'
import { UsageError } from './usage-error.ts'

type NewFile = { path: string; text: string }

/**
 * `planet init`: begin a planet in a folder: feeds.yaml, about.md, .gitignore, and, where asked for, the files that run it once an hour. In
 * a folder that is a planet already, only the schedule can be added. Nothing is overwritten: every path is checked before anything is
 * written.
 *
 * @returns the exit code
 */
export async function runInit(folder: string | undefined, flags: InitFlags): Promise<number> {
  const root = path.resolve(folder ?? '.')
  const wanted = schedules.filter((name) => flags[name])
  const isPlanet = ['feeds.yaml', 'config/feeds.yaml'].some((file) => existsSync(path.join(root, file)))
  if (isPlanet && (wanted.length === 0 || flags.title !== undefined || flags.url !== undefined)) {
    throw new UsageError(`${show(root, folder)} is a planet already; nothing was written`)
  }
  const planet = isPlanet ? await loadConfig(await findConfig(root, undefined)) : await askForPlanet(flags, folder)
  const begun = isPlanet ? [] : makeFirstFiles(planet)
  const files = [...begun, ...(await makeScheduleFiles(wanted, root, planet))]
  const there = files.filter(({ path: file }) => existsSync(path.join(root, file))).map(({ path: file }) => file)
  if (there.length > 0) {
    const are = there.length === 1 ? 'is' : 'are'
    throw new UsageError(`${there.join(', ')} ${are} there already; nothing was written`)
  }
  await writeAll(root, files)
  const shown = files.map(({ path: file }) => file).filter((file) => !file.startsWith('.planet/'))
  const wrote = wrapText(`Wrote ${shown.join(', ')}`, findColumns(Number.POSITIVE_INFINITY), '', '  ').join('\n')
  print(`${wrote}\n${isPlanet ? '' : renderSteps(folder)}${renderInstall(wanted)}`)
  return exitCodes.done
}

/** Title and address that no flag gives are asked for on a terminal, until the answer can be used. */
async function askForPlanet(flags: InitFlags, folder: string | undefined): Promise<{ title: string; url: string }> {
  if (!isInteractive() && (flags.title === undefined || flags.url === undefined)) {
    throw new UsageError(
      `say what it is called and where it will be: planet init ${folder === undefined ? '' : `${quoteFolder(folder)} `}--title "Planet Example" --url https://planet.example`,
    )
  }
  const title = readTitle(flags.title ?? (await askText('Title: ')))
  if (flags.url !== undefined) return { title, url: readUrl(flags.url) }
  for (;;) {
    const answer = await askText('Where will it be published? ')
    if (answer === '') throw new UsageError('nothing was written')
    const result = parsePlanetUrl(answer)
    if ('value' in result) return { title, url: result.value }
    print(`  ${result.problem}\n`)
  }
}

function readTitle(text: string): string {
  const title = text.trim()
  if (title === '' || /[\u0000-\u001f\u007f-\u009f]/.test(title))
    throw new UsageError('a planet needs a title of one line; nothing was written')
  return title
}

function readUrl(text: string): string {
  const result = parsePlanetUrl(text.trim())
  if ('problem' in result) throw new UsageError(result.problem)
  return result.value
}

function makeFirstFiles(planet: { title: string; url: string }): NewFile[] {
  return [
    { path: 'feeds.yaml', text: renderNewConfig(planet) },
    { path: 'about.md', text: renderAbout(planet.title) },
    { path: '.gitignore', text: '# What the planet remembers, and what it writes\n/.planet/\n/public/\n' },
    { path: '.planet/feeds.schema.json', text: `${JSON.stringify(makeJsonSchema(), null, 2)}\n` },
  ]
}

function renderAbout(title: string): string {
  return `# About ${title}

This page is about.md: say here what the planet is about, who runs it, and how to have a blog added or removed.
`
}

async function makeScheduleFiles(
  wanted: Schedule[],
  root: string,
  planet: { title: string; url: string; file?: string },
): Promise<NewFile[]> {
  const lists = wanted.map((name) => renderSchedule(name, { root, file: path.join(root, 'feeds.yaml'), ...planet }))
  return (await Promise.all(lists)).flat()
}

async function writeAll(root: string, files: NewFile[]): Promise<void> {
  for (const { path: file, text } of files) {
    const target = path.join(root, file)
    // Others may read the site's folder, but not the planet's state.
    makeFolder(path.dirname(target), file.startsWith('.planet/') ? 0o700 : 0o777)
    await writeFile(target, text, { flag: 'wx' })
  }
}

function quoteFolder(folder: string): string {
  return /\s/.test(folder) ? `"${folder}"` : folder
}

function renderSteps(folder: string | undefined): string {
  const enter = folder === undefined ? '' : `  cd ${quoteFolder(folder)}\n`
  return `
Next:
${enter}  planet add https://blog.example  find its feed, add it
  planet build                     fetch and write public/
  planet serve                     see http://127.0.0.1:8080
`
}

const installs: Record<Schedule, string> = {
  cron: '(crontab -l; cat planet.cron) | crontab -',
  systemd: 'sudo cp planet.service planet.timer /etc/systemd/system/\n  sudo systemctl enable --now planet.timer',
  github: 'push it, and choose\n    Settings → Pages → Source: GitHub Actions',
  gitlab: 'push it, and add the schedule and the token\n    that its first lines name',
  docker: 'docker build --tag planet .',
}

function renderInstall(wanted: Schedule[]): string {
  if (wanted.length === 0) return ''
  return `\nTo run it once an hour:\n${wanted.map((name) => `  ${installs[name]}\n`).join('')}`
}

function show(root: string, folder: string | undefined): string {
  return folder === undefined ? `this folder (${root})` : folder
}
