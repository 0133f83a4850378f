import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import path from 'node:path'

/** An editor writes a file in several steps; this long after the last step the file counts as written. */
const settleMs = 150

/**
 * Watch files and folders, also those that are not there yet. A change that comes while another is being handled is handled after it.
 *
 * @param places absolute
 * @param onChange called with the file that changed last
 */
export function watchPlanet(places: string[], onChange: (file: string) => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  let working = Promise.resolve()
  const note = (file: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      working = working.then(() => onChange(file))
    }, settleMs)
  }
  const watchers = places.flatMap((place) => watchPlace(place, note))
  return {
    close() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** A file is watched through its folder, since editors replace the file by a new one. */
function watchPlace(place: string, note: (file: string) => void): FSWatcher[] {
  const isFolder = existsSync(place) && statSync(place).isDirectory()
  const folder = isFolder ? place : path.dirname(place)
  if (!existsSync(folder)) return []
  const watcher = watch(folder, { recursive: isFolder }, (_, name) => {
    if (isFolder && name !== null) note(path.join(folder, name))
    else if (name === path.basename(place)) note(place)
  })
  return [watcher]
}
