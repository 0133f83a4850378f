import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseListPath } from '../config/parse-address.ts'
import type { Config } from '../config/schema.ts'
import type { KeptList } from '../model.ts'
import type { ListsEdge } from '../pipeline/edges.ts'
import { newList } from '../planet/apply-lists.ts'
import { openKeptLists } from '../store/open-kept-lists.ts'
import type { StatePlace } from '../store/store.ts'
import { UsageError } from './usage-error.ts'

/**
 * What is known of the reading lists of a planet: files are read anew each time; of lists on the web the last copy is used.
 *
 * @param state where the state is
 * @throws UsageError where a file cannot be read as a list
 */
export async function loadLists({ include, root }: Config, state: StatePlace): Promise<ListsEdge> {
  const local = new Map<string, KeptList>()
  const files = include.map(({ url }) => url).filter((url) => !/^https?:/.test(url))
  for (let file = files.shift(); file !== undefined && local.size < mostFiles; file = files.shift()) {
    if (local.has(file)) continue
    const list = await loadList(file, root)
    local.set(file, list)
    files.push(...list.lists.filter((place) => !/^https?:/.test(place)))
  }
  return { local, ...openKeptLists(state) }
}

const mostFiles = 50

async function loadList(file: string, root: string): Promise<KeptList> {
  const bytes = await readFile(path.join(root, file)).catch((error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'ENOENT'
        ? 'there is none'
        : error.code === 'EISDIR'
          ? 'it is a folder'
          : (error.code ?? 'it cannot be read')
    throw new UsageError(`include: expected a reading list at ${path.join(root, file)}; ${reason}`)
  })
  const { readListFeeds } = await import('../convert/read-list-feeds.ts')
  const read = readListFeeds(bytes, true)
  if ('problem' in read) throw new UsageError(`include: ${file} ${read.problem}`)
  // A path in a list is relative to the list's own file.
  const lists = read.lists.flatMap((place) => {
    if (/^https?:/.test(place)) return place
    const below = parseListPath(path.posix.join(path.posix.dirname(file), place))
    return 'value' in below ? below.value : []
  })
  return { ...newList, feeds: read.feeds, lists }
}
