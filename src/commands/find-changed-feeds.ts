import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { listWrittenFeeds } from '../config/list-written-feeds.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import type { FeedSource } from '../model.ts'
import { UsageError } from './usage-error.ts'

const run = promisify(execFile)

/**
 * The feeds that feeds.yaml has now and had not in an earlier revision of its git repository.
 *
 * @param revision any revision of git's; where empty, the target branch of the pull request, else the commit before
 */
export async function findChangedFeeds(file: string, feeds: FeedSource[], revision: string): Promise<FeedSource[]> {
  const folder = path.dirname(file)
  const base = process.env.GITHUB_BASE_REF
  const from = revision || (base ? `origin/${base}` : 'HEAD~1')
  const before = new Set(listFeeds(await readRevision(folder, from, path.basename(file))))
  return feeds.filter(({ url }) => !before.has(makeFeedKey(url)))
}

/** The text of a file in a revision; empty where the file did not exist yet. */
async function readRevision(folder: string, revision: string, name: string): Promise<string> {
  const git = (...words: string[]) => run('git', ['-C', folder, ...words], { maxBuffer: 64 * 1024 * 1024 })
  const { stdout: known } = await git(
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ).catch(() => {
    throw new UsageError(
      `"${revision}" is no revision of a git repository here; say one: planet check --only-changed origin/main`,
    )
  })
  return git('show', `${known.trim()}:./${name}`).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

function listFeeds(text: string): string[] {
  return listWrittenFeeds(parseYaml(text)).flatMap(({ url }) => (url === undefined ? [] : [makeFeedKey(url)]))
}
