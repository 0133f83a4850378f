import { readFile } from 'node:fs/promises'
import { checkKeys } from './check-keys.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { explainIssue, type Issue } from './explain-issue.ts'
import { type BadReference, fillEnvironment } from './fill-environment.ts'
import { findBadExpressions } from './find-bad-expressions.ts'
import { findRoot } from './find-config.ts'
import { findContradictions } from './find-contradictions.ts'
import { findForeignFormat } from './find-foreign-format.ts'
import { findMissingFiles } from './find-missing-files.ts'
import { findRepeatedFeeds } from './find-repeated-feeds.ts'
import { findWrittenSecrets } from './find-written-secrets.ts'
import { makeConfig } from './make-config.ts'
import { openUnion } from './open-union.ts'
import { type ParsedYaml, parseYaml } from './parse-yaml.ts'
import { renameOldKeys } from './rename-old-keys.ts'
import { type Config, schema } from './schema.ts'
import { showFile } from './show-file.ts'

/**
 * Read feeds.yaml, check all of it, and put every default in place.
 *
 * @param file absolute
 * @throws ConfigError with every mistake in the file
 */
export async function loadConfig(file: string): Promise<Config> {
  const name = showFile(file)
  const text = await loadText(file, name)
  const foreign = findForeignFormat(text)
  if (foreign !== undefined)
    throw new ConfigError(name, undefined, [{ line: 1, column: 1, width: 1, message: `${name}: ${foreign}` }])
  const yaml = parseYaml(text)
  if (yaml.problems.length > 0) throw new ConfigError(name, text, yaml.problems)

  const { value, bad } = fillEnvironment(yaml.value, process.env)
  const renamed = renameOldKeys(value, yaml)
  const result = schema.safeParse(renamed.value)
  const issues = result.success ? [] : result.error.issues.flatMap(openUnion)
  const problems = findProblems(yaml, bad, issues, [
    ...(await findBadExpressions(yaml)),
    ...(await findMissingFiles(yaml, findRoot(file))),
  ])
  if (problems.length > 0) throw new ConfigError(name, text, problems)
  if (!result.success) throw new Error('feeds.yaml is wrong in a way that nobody explains', { cause: result.error })
  return withoutPurged({
    ...makeConfig(result.data),
    file,
    root: findRoot(file),
    notes: [...renamed.notes, ...findContradictions(yaml, name)],
  })
}

/** Leave out blogs that were taken down: they are not asked any more, wherever they are listed. */
function withoutPurged(config: Config): Config {
  const gone = new Set(config.purged.flatMap(({ feed, entry }) => (entry === undefined ? feed : [])))
  return { ...config, feeds: config.feeds.filter(({ url }) => !gone.has(url)) }
}

async function loadText(file: string, name: string): Promise<string> {
  const fail = (message: string) => new ConfigError(name, undefined, [{ line: 1, column: 1, width: 1, message }])
  try {
    return decodeUtf8(await readFile(file), name)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw fail(`there is no ${name}; name another with --config FILE`)
    if (code === 'EISDIR') throw fail(`${name} is a folder; name the file in it`)
    if (code === 'EACCES' || code === 'EPERM') throw fail(`${name} may not be read; allow it with chmod`)
    throw fail(`${name} cannot be read (${code ?? String(error)})`)
  }
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  try {
    return utf8.decode(bytes)
  } catch {
    throw isUtf16(bytes)
      ? new ConfigError(name, undefined, [
          { line: 1, column: 1, width: 1, message: `${name} is written in UTF-16; save it as UTF-8` },
        ])
      : explainEncoding(bytes, name)
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** The first letter that is none. */
function explainEncoding(bytes: Uint8Array, name: string): ConfigError {
  const text = new TextDecoder().decode(bytes)
  const lines = text.split(/\r\n|\r|\n/)
  const at = lines.findIndex((line) => line.includes('\ufffd'))
  const column = (lines[at] ?? '').indexOf('\ufffd') + 1
  const message = 'this letter is not written in UTF-8; save the file as UTF-8'
  return new ConfigError(name, text, [{ line: at + 1, column, width: 1, message }])
}

/** All mistakes in the order of the file, each once, however many feeds share it through an alias. */
function findProblems(yaml: ParsedYaml, bad: BadReference[], issues: Issue[], more: ConfigProblem[]): ConfigProblem[] {
  const references = bad.map((one) => ({ ...yaml.placeOf(one.path), message: explainReference(one) }))
  const unknown = checkKeys(yaml)
  // A required key that is misspelt is one mistake, not two.
  const misspelt = new Set(unknown.map((problem) => problem.meant))
  const isMisspelt = ({ path }: Issue) => misspelt.has(path.join('.')) && yaml.valueAt(path.map(String)) === undefined
  const isReference = ({ path }: Issue) => bad.some((other) => other.path.join('.') === path.join('.'))
  const explained = issues.filter((issue) => !isMisspelt(issue) && !isReference(issue))
  const all = [
    ...references,
    ...unknown,
    ...findWrittenSecrets(yaml),
    ...findRepeatedFeeds(yaml),
    ...more,
    ...explained.map((issue) => explainIssue(issue, yaml)),
  ]
  const byPlace = new Map(all.map((problem) => [`${problem.line}:${problem.column}:${problem.message}`, problem]))
  return [...byPlace.values()].sort((a, b) => a.line - b.line || a.column - b.column)
}

function explainReference({ path, name, isMisplaced }: BadReference): string {
  if (!isMisplaced) return `the environment has no ${name}; set it, or write \${${name}:-something}`
  const isAddress = path[0] === 'feeds' && path.at(-1) === 'url'
  const advice = isAddress
    ? 'send the key in a header, or write it into the address: one with a key is never published'
    : `for these very letters, write $\${${name}}`
  return `the environment is read for "headers:" of a feed and "state:" alone, since this may be published; ${advice}`
}
