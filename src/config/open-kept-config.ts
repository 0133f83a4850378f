import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findOwn } from '../text/find-own.ts'
import type { Config } from './schema.ts'

/** The checked form of feeds.yaml as a state folder keeps it: what loads no parser and no schema. */
export type KeptConfig = {
  /** `undefined` where none is kept, or it is of another file, another text, or another build of the program. */
  config: Config | undefined
  /** Keep it for the next time. Where that cannot be written, the next time is as slow as this one. */
  keep(config: Config): void
}

type Kept = { key: string; config: Config }

/**
 * @param file feeds.yaml, absolute
 * @param folder the state's
 * @param buildId which build of the program this is; `undefined`: nothing is kept
 */
export function openKeptConfig(file: string, folder: string, buildId: string | undefined): KeptConfig {
  const key = makeKey(file, buildId)
  const place = path.join(folder, 'config.json')
  return {
    config: key === undefined ? undefined : readKept(place, key),
    keep(config) {
      // Headers and the address of a database hold what no state may: a planet that sends some is read anew each time.
      const hasSecrets = config.feeds.some(({ headers }) => headers !== undefined) || config.state.includes('://')
      // Somebody may have written the file meanwhile: then this is not what was read from it.
      if (hasSecrets || key === undefined || key !== makeKey(file, buildId)) return
      writeKept(place, { key, config })
    },
  }
}

/** Of all that decides what the file means: its bytes, the variables that it names, where it lies, and who reads it. */
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
    // Whoever loads it in full says what is wrong.
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
