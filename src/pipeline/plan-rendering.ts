import type { EntryQueries } from '../entry-queries.ts'
import type { Planet } from '../model.ts'
import type { Touched } from '../render/touched.ts'
import type { Output, Store } from '../store/store.ts'
import type { Expiry } from './find-expired.ts'

/** What is to be rendered, and what the state says of the output folder until that is done. */
export type Plan = { touched: Touched; begun: Output }

/**
 * The output folder, its state when last written, whether index.html and status.json are there, and whether any other file is.
 */
export type Folder = { folder: string; last: Output | undefined; isThere: boolean; stands(file: string): boolean }

/** Marks a rendering that has begun and not ended, of everything or of what had changed; the hashes that it aims at follow. */
const begins = /^(all|some) /

/**
 * Decide what of a site is to be rendered: what changed since it was last written, or all of it. A rendering that was killed is resumed:
 * one of everything with the files not yet written and what has changed since it began; one of changes from the revision at which the site
 * was before.
 *
 * @param looks hash of the theme's files: where they have changed, files written by the killed rendering are out of date
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
    // The revision stays that of the first beginning until the rendering ends: what changed since then is rendered again.
    return { touched, begun: { ...output, revision: last.revision, renderHash: all } }
  }
  await store.forgetRenderedFiles(folder)
  return { touched: 'all', begun: { ...output, renderHash: all } }
}

/** True where a rendering was killed: what stands in the folder is ours. */
export function hasBegun(last: Output | undefined): boolean {
  return last !== undefined && (begins.test(last.renderHash) || last.renderHash === 'begun')
}

/**
 * What changed since a revision. Where days are no longer kept, all blogs count as touched: any blog's pages may have linked to those days.
 */
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
