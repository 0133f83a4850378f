import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../make-folder.ts'
import type { FeedSource, KeptList } from '../model.ts'
import { readMeta, writeMeta } from './meta.ts'
import { hasStore, openEngine } from './open-engine.ts'
import { decodeState, encodeState } from './state-codec.ts'
import type { PostgresPlace, StatePlace } from './store.ts'

/** The last good copies of the reading lists, and the state of each list: part of the planet's state. */
export type KeptLists = {
  read(): Promise<Map<string, KeptList>>
  write(lists: Map<string, KeptList>): Promise<void>
}

type Stored = { feeds: FeedSource[]; lists: string[] } & ReturnType<typeof encodeState>

export function openKeptLists(place: StatePlace): KeptLists {
  const { read, write } = place.kind === 'folder' ? openFile(place.folder) : openRow(place)
  return {
    async read() {
      const text = await read()
      const stored = text === undefined ? [] : (JSON.parse(text) as [string, Stored][])
      return new Map(
        stored.map(([url, { feeds, lists, rest, asked }]) => [url, { feeds, lists, state: decodeState(rest, asked) }]),
      )
    },
    async write(lists) {
      const stored = [...lists].map(([url, { feeds, lists, state }]) => [url, { feeds, lists, ...encodeState(state) }])
      await write(JSON.stringify(stored))
    },
  }
}

type Kept = { read(): Promise<string | undefined>; write(text: string): Promise<void> }

function openFile(folder: string): Kept {
  const file = path.join(folder, 'lists.json')
  return {
    read: async () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    async write(text) {
      makeFolder(folder, 0o700)
      writeFileSync(`${file}.new`, text)
      renameSync(`${file}.new`, file)
    },
  }
}

/** Opens the database for each access: lists are read before a build has opened its store. */
function openRow(place: PostgresPlace): Kept {
  return {
    async read() {
      if (!(await hasStore(place))) return undefined
      const database = await openEngine(place)
      try {
        return await readMeta(database, 'lists')
      } finally {
        await database.close()
      }
    },
    async write(text) {
      const database = await openEngine(place)
      try {
        await writeMeta(database, 'lists', text)
      } finally {
        await database.close()
      }
    },
  }
}
