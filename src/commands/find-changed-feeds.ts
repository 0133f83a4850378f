import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { parseFeedUrl } from '../config/parse-address.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import type { FeedSource } from '../model.ts'
import { UsageError } from './usage-error.ts'

const run = promisify(execFile)

/**
 * The feeds that feeds.yaml has now and had not in an earlier revision of its git repository.
 *
 * @param revision whatever git calls one; where that is empty, the branch that a pull request goes to, else the commit before
 */
export async function findChangedFeeds(file: string, feeds: FeedSource[], revision: string): Promise<FeedSource[]> {
  const folder = path.dirname(file)
  const base = process.env.GITHUB_BASE_REF
  const from = revision || (base ? `origin/${base}` : 'HEAD~1')
  const before = new Set(listFeeds(await readRevision(folder, from, path.basename(file))))
  return feeds.filter(({ url }) => !before.has(makeFeedKey(url)))
}

/** The text of a file in a revision; nothing where it was not there yet. */
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
  const feeds = parseYaml(text).valueAt(['feeds'])
  return (Array.isArray(feeds) ? feeds : []).flatMap((feed: unknown) => {
    const written = typeof feed === 'string' ? feed : (feed as { url?: unknown } | null)?.url
    const address = typeof written === 'string' ? parseFeedUrl(written.trim()) : { problem: '' }
    return 'value' in address ? [makeFeedKey(address.value)] : []
  })
}
