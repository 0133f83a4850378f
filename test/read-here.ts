import { readListFeeds } from '../src/convert/read-list-feeds.ts'
import { readPlanet } from '../src/convert/read-planet.ts'
import { renewEntry } from '../src/normalize/read/fields/renew-entry.ts'
import type { ParserPool } from '../src/workers/open-parser-pool.ts'
import { readColored, readVersion } from '../src/workers/read-version.ts'

/** Reading in this thread, by its source: for tests that are not about the threads. */
export const readHere: ParserPool = {
  read: readColored,
  readVersion,
  renew: async (entries) => ({ kind: 'renewed', entries: entries.map(renewEntry) }),
  readList: async (list) => ({ kind: 'list', list: readListFeeds(list, false) }),
  readPlanet: async (bytes) => ({ kind: 'planet', planet: readPlanet(bytes) }),
  room: async () => undefined,
  close: async () => undefined,
}
