import { existsSync } from 'node:fs'
import path from 'node:path'
import { ConfigError } from './config-error.ts'

/**
 * The configuration to use: the one named, else feeds.yaml, else config/feeds.yaml of a folder.
 *
 * @returns an absolute path
 * @throws ConfigError where there is no such file
 */
export function findConfig(cwd: string, named?: string): string {
  if (named !== undefined) return path.resolve(cwd, named)
  const found = ['feeds.yaml', 'config/feeds.yaml'].map((file) => path.join(cwd, file)).find((file) => existsSync(file))
  if (found !== undefined) return found
  const misspelt = ['feeds.yml', 'config/feeds.yml'].find((file) => existsSync(path.join(cwd, file)))
  const other = others.find((file) => existsSync(path.join(cwd, file)))
  const way =
    misspelt !== undefined
      ? `give ${misspelt} that name, or say --config ${misspelt}`
      : other !== undefined
        ? `planet import ${other} makes one of the ${other} that is here, planet init begins an empty one`
        : 'planet init begins one, --config FILE names one that is elsewhere'
  const message = `no feeds.yaml here, nor config/feeds.yaml: ${way}`
  throw new ConfigError('feeds.yaml', undefined, [{ line: 1, column: 1, width: 1, message }])
}

/** Configurations of other planets, by their usual names. */
const others = ['config.ini', 'planet.ini', 'planet.yml', 'perlanetrc', 'osmosfeed.yaml', 'sfeedrc', 'planet.toml']

/** The planet's root: the folder of feeds.yaml, or its parent where that folder is called `config`. */
export function findRoot(file: string): string {
  const folder = path.dirname(file)
  return path.basename(folder) === 'config' ? path.dirname(folder) : folder
}
