import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ConfigError } from '../config/config-error.ts'
import { checkTheme } from '../pipeline/check-theme.ts'
import { openStore } from '../store/open-store.ts'
import type { Finding } from './check-feed.ts'
import { checkFeeds } from './check-feeds.ts'
import { exitCodes } from './exit-codes.ts'
import { findChangedFeeds } from './find-changed-feeds.ts'
import type { CheckFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { findColumns, print, printJson, printPainted } from './print.ts'
import { renderAnnotations, renderCheck } from './render-check.ts'
import { UsageError } from './usage-error.ts'

/**
 * `planet check`: the configuration, the theme, then every feed, live. Nothing is stored.
 *
 * @returns the exit code: 3 where a feed has errors
 */
export async function runCheck(flags: CheckFlags): Promise<number> {
  if (flags.format !== undefined && flags.format !== 'github')
    throw new UsageError(`"${flags.format}" is no format; expected github`)
  const startedAt = performance.now()
  const places = await loadForCheck(flags)
  const { config } = places
  const chosen =
    flags.onlyChanged === undefined
      ? config.feeds
      : await findChangedFeeds(config.file, config.feeds, flags.onlyChanged === true ? '' : flags.onlyChanged)
  const theme = await findThemeMistakes(places)
  const checks = flags.network ? await checkFeeds(places, chosen) : []
  const check = {
    file: path.relative(process.cwd(), config.file),
    feeds: config.feeds.length,
    asked: checks.filter(({ isAsked }) => isAsked).length,
    network: flags.network,
    themeDir: config.theme.dir,
    theme,
    checks,
    milliseconds: performance.now() - startedAt,
  }
  if (flags.json) printJson({ schema: 1, ...check, milliseconds: Math.round(check.milliseconds) })
  else if (flags.format === 'github') print(renderAnnotations(check, check.file))
  else if (!flags.quiet) printPainted(renderCheck(check, findColumns(Number.POSITIVE_INFINITY)), flags)
  if (theme.some(({ level }) => level === 'error')) return exitCodes.usage
  return checks.some(({ findings }) => findings.some(({ level }) => level === 'error'))
    ? exitCodes.feedErrors
    : exitCodes.done
}

/** A mistake in the configuration is annotated like one in a feed, and ends the command as everywhere. */
async function loadForCheck(flags: CheckFlags): Promise<PlanetPlaces> {
  try {
    return await loadPlanet(flags)
  } catch (error) {
    if (error instanceof ConfigError && flags.format === 'github') {
      const file = flags.config ?? 'feeds.yaml'
      const lines = error.problems.map(
        ({ line, column, message }) =>
          `::error file=${file},line=${line},col=${column}::${message.replaceAll('%', '%25')}\n`,
      )
      print(lines.join(''))
    }
    throw error
  }
}

async function findThemeMistakes({ config }: PlanetPlaces): Promise<Finding[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planet-check-'))
  const store = await openStore({ kind: 'folder', folder: path.join(folder, 'state') })
  try {
    const warnings = await checkTheme(config, store, folder, new Date())
    return warnings.map((message) => ({ level: 'warning', code: 'THEME', message }))
  } catch (error) {
    return [{ level: 'error', code: 'THEME', message: error instanceof Error ? error.message : String(error) }]
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
