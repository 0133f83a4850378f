import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkKeys } from './check-keys.ts'
import { ConfigError } from './config-error.ts'
import { findRepeatedFeeds } from './find-repeated-feeds.ts'
import { type ParsedYaml, parseYaml } from './parse-yaml.ts'
import { type Config, schema } from './schema.ts'

/**
 * Read feeds.yaml, check all of it, and put every default in place.
 *
 * @param file absolute
 * @throws ConfigError with every mistake in the file
 */
export async function loadConfig(file: string): Promise<Config> {
  const text = await loadText(file)
  const shown = path.relative(process.cwd(), file)
  const name = shown.startsWith('..') ? file : shown
  const yaml = parseYaml(text)
  if (yaml.problems.length > 0) throw new ConfigError(name, text, yaml.problems)

  const result = schema.safeParse(yaml.value)
  const problems = [...checkKeys(yaml), ...(result.success ? [] : explainIssues(result.error.issues, yaml))]
  problems.push(...findRepeatedFeeds(yaml))
  if (problems.length > 0 || !result.success) {
    const sorted = problems.sort((a, b) => a.line - b.line || a.column - b.column)
    throw new ConfigError(name, text, sorted)
  }
  const folder = path.dirname(file)
  const root = path.basename(folder) === 'config' ? path.dirname(folder) : folder
  return { ...(result.data as Config), file, root }
}

async function loadText(file: string): Promise<string> {
  const shown = path.relative(process.cwd(), file) || file
  const fail = (message: string) => new ConfigError(shown, undefined, [{ line: 1, column: 1, width: 1, message }])
  try {
    const bytes = await readFile(file)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw fail(`there is no ${shown}`)
    if (code === 'EISDIR') throw fail(`${shown} is a folder; name the file in it`)
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw fail(`${shown} is not written in UTF-8; save it as UTF-8`)
    throw fail(`${shown} cannot be read (${code ?? String(error)})`)
  }
}

type Issue = { code?: string; path: PropertyKey[]; message: string }

/** What zod found, at its place in the file and in our words; zod's own sentences never get out. */
function explainIssues(issues: Issue[], yaml: ParsedYaml) {
  return issues.map((issue) => {
    const keys = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    const found = yaml.valueAt(keys)
    const last = keys.at(-1)
    const bare = typeof yaml.valueAt(keys.slice(0, -1)) === 'string'
    if (found === undefined && typeof last === 'string' && !bare) {
      const place = keys.length === 1 ? { line: 1, column: 1, width: 1 } : yaml.placeOf(keys.slice(0, -1))
      return { ...place, message: `"${last}" is missing; ${issue.message}` }
    }
    return { ...yaml.placeOf(keys), message: explain(issue, keys, found, yaml) }
  })
}

function explain(issue: Issue, keys: (string | number)[], found: unknown, yaml: ParsedYaml): string {
  const name = typeof keys.at(-1) === 'string' ? `"${keys.at(-1)}"` : 'this'
  if (found === null || found === '')
    return `${name} is empty; ${issue.message.replace(/^is empty$/, 'give it a value, or take the line out')}`
  if (issue.code !== 'invalid_type' || typeof found === 'object') return issue.message
  const written = yaml.sourceAt(keys) ?? String(found)
  if (issue.message.startsWith('expected text')) return `${name} is text, and ${written} is not: quote it, "${written}"`
  return `${issue.message}; found ${written}`
}
