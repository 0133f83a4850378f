import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv } from 'ajv'
import { onTestFinished } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { makeJsonSchema } from '../../src/config/make-json-schema.ts'
import { parseYaml } from '../../src/config/parse-yaml.ts'
import type { Config } from '../../src/config/schema.ts'

/** A folder that is gone when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a file of this text configures, read from a real feeds.yaml. */
export async function loadText(text: string | Uint8Array): Promise<Config> {
  const file = path.join(makeFolder(), 'feeds.yaml')
  writeFileSync(file, text)
  // The plug-in of the examples: one that is missing is refused.
  mkdirSync(path.join(path.dirname(file), 'plugins'))
  writeFileSync(path.join(path.dirname(file), 'plugins/shorten-titles.js'), 'export default (entry) => entry\n')
  const config = await loadConfig(file)
  if (text.length < 20_000) expectSchemaAccepts(text)
  return config
}

const isAccepted = new Ajv({ strict: false }).compile(makeJsonSchema())

/** What the loader takes, an editor must not underline (O-11). Alone: an editor shows what is written, the loader fills in the environment. */
function expectSchemaAccepts(text: string | Uint8Array): void {
  const written = parseYaml(typeof text === 'string' ? text : new TextDecoder().decode(text)).value
  const errors = isAccepted(written) ? [] : isAccepted.errors
  if (errors?.length) throw new Error(`the JSON Schema refuses what the loader accepts: ${JSON.stringify(errors)}`)
}

/** What the operator reads when a file of this text is refused, its folder taken out. */
export async function refuseText(text: string | Uint8Array): Promise<string> {
  const file = path.join(makeFolder(), 'feeds.yaml')
  writeFileSync(file, text)
  return refuseFile(file)
}

/** The same of a file that is there already, or is not. */
export async function refuseFile(file: string): Promise<string> {
  const error: unknown = await loadConfig(file).then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ConfigError)) throw error
  return error.message.replaceAll(`${path.dirname(file)}/`, '')
}

/** The messages alone, without the lines that they show: `2:6: "x" is not a web address; …`. */
export async function listProblems(text: string): Promise<string[]> {
  const lines = (await refuseText(text)).split('\n')
  return lines.filter((line) => line.startsWith('feeds.yaml:')).map((line) => line.replace(/^feeds\.yaml:/, ''))
}
