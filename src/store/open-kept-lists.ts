import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FeedSource, KeptList } from '../model.ts'
import { decodeState, encodeState } from './state-codec.ts'

/** The last good copies of the reading lists, and how each is: they belong to the state. */
export type KeptLists = {
  read(): Map<string, KeptList>
  write(lists: Map<string, KeptList>): void
}

type Stored = { feeds: FeedSource[]; lists: string[] } & ReturnType<typeof encodeState>

/** @param folder the state's */
export function openKeptLists(folder: string): KeptLists {
  const file = path.join(folder, 'lists.json')
  return {
    read() {
      if (!existsSync(file)) return new Map()
      const stored = JSON.parse(readFileSync(file, 'utf8')) as [string, Stored][]
      return new Map(
        stored.map(([place, { feeds, lists, rest, asked }]) => [
          place,
          { feeds, lists, state: decodeState(rest, asked) },
        ]),
      )
    },
    write(lists) {
      const stored = [...lists].map(([place, { feeds, lists, state }]) => [
        place,
        { feeds, lists, ...encodeState(state) },
      ])
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${file}.new`, JSON.stringify(stored))
      renameSync(`${file}.new`, file)
    },
  }
}
