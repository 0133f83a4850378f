import { type FetchOptions, openFetcher } from '../../src/fetch/open-fetcher.ts'
import type { FetchResult, Validators } from '../../src/model.ts'

export type OneOptions = Partial<FetchOptions> & { validators?: Validators | undefined }

export const testOptions: FetchOptions = {
  // Nobody in these tests is slow but on purpose, and then the test says how long it waits.
  timeoutMs: 30_000,
  parallel: 32,
  hostParallel: 1,
  hostDelayMs: 0,
  maxBytes: 100_000,
  allowPrivate: [],
  sources: [],
  userAgent: 'planet/1.2.3 (+https://planet.example/)',
}

/** Ask for one feed as a build does, with connections of its own. */
export async function fetchOne(url: string, { validators, ...options }: OneOptions = {}): Promise<FetchResult> {
  const fetcher = openFetcher({ ...testOptions, sources: [{ url }], ...options })
  try {
    return await fetcher.fetch({ url }, validators)
  } finally {
    await fetcher.close()
  }
}

/** What came of it in one line: "RESET broke off …", or the body, or "unchanged". */
export function summarize(result: FetchResult): string {
  if (result.kind === 'failed') return `${result.problem.code} ${result.problem.message}`
  if (result.kind === 'waiting') return 'waiting'
  return result.kind === 'unchanged' ? 'unchanged' : Buffer.from(result.body).toString('latin1')
}
