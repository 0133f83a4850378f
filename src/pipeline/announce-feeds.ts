import type { Config } from '../config/schema.ts'
import type { Edges } from './edges.ts'

/** The feeds that name the hub. */
const announced = ['atom.xml', 'rss.xml', 'feed.json']

/**
 * Tell the hub, in one request, which feeds a build has changed on disk; send nothing where no feed has changed.
 *
 * @param written paths of the files that were written
 * @returns a warning where the hub refused the ping, empty where it took it; `undefined` where no ping was sent
 */
export async function announceFeeds(
  { url, websub }: Pick<Config, 'url' | 'websub'>,
  written: string[],
  pingHub: Edges['pingHub'],
): Promise<string[] | undefined> {
  const changed = announced.filter((feed) => written.includes(feed))
  if (websub === undefined || pingHub === undefined || changed.length === 0) return undefined
  const topics = changed.map((path) => new URL(path, url).href)
  const problem = await pingHub(websub, topics)
  if (problem === undefined) return []
  return [`the hub ${websub} was not told of the news: ${problem.message}; its subscribers hear of the next`]
}
