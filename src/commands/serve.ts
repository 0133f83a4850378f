import { existsSync } from 'node:fs'
import path from 'node:path'
import { runBuild } from './build.ts'
import { exitCodes } from './exit-codes.ts'
import { explainError } from './explain-error.ts'
import type { PreviewFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { openPreview, type Preview } from './open-preview.ts'
import { complain, print } from './print.ts'
import { UsageError } from './usage-error.ts'
import { watchPlanet } from './watch-planet.ts'

/**
 * `planet serve`: look at the site on this machine, until Ctrl-C. Nothing is fetched unless `--fetch` says so; with `--watch` a change of
 * feeds.yaml, about.md or the theme renders the site from stored entries, and shows in every open page.
 *
 * @returns the exit code, when it was told to end
 */
export async function runServe(flags: PreviewFlags): Promise<number> {
  const { config, output } = await loadPlanet(flags)
  const port = readPort(flags.port)
  if (flags.fetch) await runBuild({ ...flags, quiet: true })
  else if (flags.watch || !existsSync(path.join(output, 'index.html')))
    await runBuild({ ...flags, offline: true, quiet: true })
  const preview = await open(output, port, flags.watch ?? false)
  const shown = `${path.relative(process.cwd(), output) || '.'}/`
  const places = [
    config.file,
    path.join(config.root, 'about.md'),
    ...(config.theme.dir === undefined ? [] : [path.join(config.root, config.theme.dir)]),
  ]
  const names = places.map((place) => path.relative(config.root, place))
  const watching = flags.watch ? `  Watching ${names.join(', ')}; nothing is fetched` : ''
  print(`Serving ${shown} on ${preview.url}  (Ctrl-C stops).${watching}\n`)
  const watcher = flags.watch
    ? watchPlanet(places, (changed) => rebuild(path.relative(config.root, changed), flags, preview))
    : undefined
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()))
  watcher?.close()
  await preview.close()
  return exitCodes.interrupted
}

/** An error is reported, and the site served as it was: the next change may mend it. */
async function rebuild(changed: string, flags: PreviewFlags, preview: Preview): Promise<void> {
  const startedAt = performance.now()
  const time = new Date().toTimeString().slice(0, 8)
  try {
    await runBuild({ ...flags, offline: true, quiet: true })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    print(`${time}  ${changed} changed, rebuilt in ${seconds} s, reloaded\n`)
    preview.reload()
  } catch (error) {
    complain(`${time}  ${changed} changed:\n${explainError(error, false).message}\n`)
  }
}

async function open(folder: string, port: number, isLive: boolean): Promise<Preview> {
  try {
    return await openPreview(folder, port, isLive)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new UsageError(`port ${port} is taken by another program; choose one with --port`)
  }
}

function readPort(text = '8080'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) throw new UsageError(`"${text}" is no port; expected for example 8080`)
  return port
}
