import type { Config } from '../config/schema.ts'
import type { Edges } from './edges.ts'

/** The feeds that name the hub. */
const announced = ['atom.xml', 'rss.xml', 'feed.json']

/**
 * Tell the hub about each feed that a build has changed and put in its place; nobody where nothing has.
 *
 * @param written paths of the files that were written
 * @returns a warning for each that the hub did not take
 */
export async function announceFeeds(
  { url, websub }: Pick<Config, 'url' | 'websub'>,
  written: string[],
  pingHub: Edges['pingHub'],
): Promise<string[]> {
  if (websub === undefined || pingHub === undefined) return []
  const warnings: string[] = []
  for (const path of announced.filter((feed) => written.includes(feed))) {
    const problem = await pingHub(websub, new URL(path, url).href)
    if (problem === undefined) continue
    warnings.push(
      `the hub ${websub} was not told about ${path}: ${problem.message}; its subscribers hear of the next news`,
    )
  }
  return warnings
}
