import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findOwn } from '../text/find-own.ts'
import type { Config } from './schema.ts'

/** The checked form of feeds.yaml, kept in the state folder, so that neither parser nor schema need be loaded. */
export type KeptConfig = {
  /** `undefined` where none is kept, or the kept one is from another file, another text, or another build of the program. */
  config: Config | undefined
  /** Keep the configuration for the next command. Where it cannot be written, the next command is as slow as this one. */
  keep(config: Config): void
}

type Kept = { key: string; config: Config }

/**
 * @param file feeds.yaml, absolute
 * @param folder the folder of the state
 * @param buildId which build of the program this is; `undefined`: nothing is kept
 */
export function openKeptConfig(file: string, folder: string, buildId: string | undefined): KeptConfig {
  const key = makeKey(file, buildId)
  const place = path.join(folder, 'config.json')
  return {
    config: key === undefined ? undefined : readKept(place, key),
    keep(config) {
      // Headers and the address of a database may hold secrets, which no state may: a configuration that has them is read anew each time.
      const hasSecrets = config.feeds.some(({ headers }) => headers !== undefined) || config.state.includes('://')
      // Somebody may have changed the file meanwhile: then the configuration is not that of the file.
      if (hasSecrets || key === undefined || key !== makeKey(file, buildId)) return
      writeKept(place, { key, config })
    },
  }
}

/** A hash of everything that decides what the file means: its bytes, the variables that it names, its path, and the program's build. */
function makeKey(file: string, buildId: string | undefined): string | undefined {
  if (buildId === undefined) return undefined
  try {
    const bytes = readFileSync(file)
    const names = [...bytes.toString('latin1').matchAll(/\$\{([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
    const values = names.map((name) => [name, findOwn(process.env, name)])
    return createHash('sha256')
      .update(JSON.stringify([buildId, file, values]))
      .update(bytes)
      .digest('hex')
  } catch {
    // The full load that follows reports the error.
    return undefined
  }
}

function readKept(place: string, key: string): Config | undefined {
  try {
    const kept = JSON.parse(readFileSync(place, 'utf8')) as Kept
    return kept.key === key ? kept.config : undefined
  } catch {
    return undefined
  }
}

function writeKept(place: string, kept: Kept): void {
  const beside = `${place}-new`
  try {
    writeFileSync(beside, JSON.stringify(kept))
    renameSync(beside, place)
  } catch {
    rmSync(beside, { force: true })
  }
}
