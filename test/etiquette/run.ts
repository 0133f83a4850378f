import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Rule, rules } from './rules.ts'

type Result = { title: string; status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' }

/** Run every test that names a rule, and print how each rule fares. Ends with 1 where one does not hold. */
const results = runTests()
const scores = rules.map((rule) => score(rule, results))
process.stdout.write(`${scores.map(({ line }) => line).join('\n')}\n`)
const held = scores.filter(({ holds }) => holds).length
process.stdout.write(`\n${held} of ${rules.length} rules hold\n`)
process.exitCode = held === rules.length ? 0 : 1

function runTests(): Result[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-etiquette-'))
  const file = path.join(folder, 'results.json')
  try {
    const folders = ['test/etiquette', 'test/fetch', 'test/cli']
    spawnSync('npx', ['vitest', 'run', ...folders, '-t', 'H-\\d\\d', '--reporter=json', `--outputFile=${file}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const report = JSON.parse(readFileSync(file, 'utf8')) as { testResults: { assertionResults: Result[] }[] }
    return report.testResults.flatMap((suite) => suite.assertionResults)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function score({ id, rule }: Rule, results: Result[]): { line: string; holds: boolean } {
  const ran = results.filter(({ title, status }) => title.includes(id) && status !== 'skipped' && status !== 'pending')
  const failed = ran.filter(({ status }) => status !== 'passed')
  const holds = ran.length > 0 && failed.length === 0
  const sign = holds ? '✓' : '✗'
  const tests = `${ran.length - failed.length}/${ran.length}`.padStart(7)
  return { line: `${sign} ${id} ${tests}  ${rule.replaceAll('`', '')}`, holds }
}
