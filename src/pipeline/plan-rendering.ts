import type { EntryQueries } from '../entry-queries.ts'
import type { Planet } from '../model.ts'
import type { Touched } from '../render/touched.ts'
import type { Output, Store } from '../store/store.ts'
import type { Expiry } from './find-expired.ts'

/** What is to be rendered, and what is said of the output folder until it is. */
export type Plan = { touched: Touched; begun: Output }

/** Where an output folder was, whether what every visitor comes through stands there, and any other file. */
export type Folder = { folder: string; last: Output | undefined; isThere: boolean; stands(file: string): boolean }

/** A rendering that has begun and not ended, of everything or of what had changed; then the hashes of what it was to be. */
const begins = /^(all|some) /

/**
 * Decide what of a site is to be rendered: what changed since it was last written, or all of it. A rendering that was killed goes on: of
 * everything, with what had not been written, and what has changed since it began; of what had changed, from where the site was before.
 *
 * @param looks hash of the theme's files: where they have changed, those that were written are no longer as they should be
 */
export async function planRendering(
  output: Output,
  looks: string,
  { folder, last, isThere, stands }: Folder,
  store: Store,
  expiry: Expiry,
  planet: Planet,
): Promise<Plan> {
  const { queries } = store
  const { renderHash } = output
  const all = `all ${renderHash} ${looks}`
  const some = `some ${renderHash}`
  if (last !== undefined && isThere && (last.renderHash === renderHash || last.renderHash === some)) {
    const touched = await findTouched(queries, last.revision, expiry, planet)
    return { touched, begun: { ...last, renderHash: some } }
  }
  if (last?.renderHash === all) {
    const done = new Set((await store.renderedFiles(folder)).filter(stands))
    const touched = { ...(await findTouched(queries, last.revision, expiry, planet)), done }
    // What changed since the first beginning has to be looked at until the end.
    return { touched, begun: { ...output, revision: last.revision, renderHash: all } }
  }
  await store.forgetRenderedFiles(folder)
  return { touched: 'all', begun: { ...output, renderHash: all } }
}

/** True where a rendering was killed: what stands in the folder is ours. */
export function hasBegun(last: Output | undefined): boolean {
  return last !== undefined && (begins.test(last.renderHash) || last.renderHash === 'begun')
}

/** What changed since a revision. Days that are no longer kept were linked from the pages of any blog. */
async function findTouched(
  queries: EntryQueries,
  revision: number,
  { expired, cutoff }: Expiry,
  planet: Planet,
): Promise<Exclude<Touched, 'all'>> {
  const positions = [...(await queries.touchedSince(revision)), ...expired]
  const numbers = await queries.touchedNumbersSince(revision)
  const [first] = expired.sort((a, b) => +a - +b)
  if (first === undefined || cutoff === undefined) {
    const topics = await queries.touchedTopicsSince(revision)
    return { positions, numbers, topics, feeds: await queries.touchedFeedsSince(revision) }
  }
  const left = await queries.numbersBetween(first, cutoff)
  return {
    positions,
    numbers: [...numbers, ...left],
    topics: 'all',
    feeds: planet.subscriptions.map(({ source }) => source.url),
  }
}
