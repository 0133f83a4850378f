import { listWrittenFeeds } from '../config/list-written-feeds.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import type { ImportedPlanet } from './imported-planet.ts'

/**
 * An imported planet without the feeds that a feeds.yaml lists already: they stay there as they are, so nothing is to be said of them.
 *
 * @param isOneFile whether the lines of all notes are lines of the same file
 */
export function leaveKnown(planet: ImportedPlanet, text: string, isOneFile: boolean): ImportedPlanet {
  const written = listWrittenFeeds(parseYaml(text))
  const known = new Set(written.flatMap(({ url }) => (url === undefined ? [] : makeFeedKey(url))))
  const isKnown = (item: ImportedPlanet['items'][number]) => item.kind === 'feed' && known.has(makeFeedKey(item.url))
  const lines = new Set(isOneFile ? planet.items.filter(isKnown).map(({ line }) => line) : [])
  // A list may be one line: what is new in it, or could not be read, is still said.
  for (const item of planet.items) if (item.kind !== 'comment' && !isKnown(item)) lines.delete(item.line)
  return {
    ...planet,
    items: planet.items.filter((item) => !isKnown(item)),
    notes: planet.notes.filter(
      ({ line, file, isComment }) => isComment || line === undefined || file !== undefined || !lines.has(line),
    ),
  }
}
