import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { type Copied, type CopyOptions, copyTables } from './copy-tables.ts'
import { showPlace } from './explain-postgres.ts'
import { openEngine } from './open-engine.ts'
import { openKeptLists } from './open-kept-lists.ts'
import type { StatePlace } from './store.ts'

/**
 * Copy a state: all of its tables, its reading lists and, from folder to folder, its pictures, whose names are hashes of their content. The
 * caller holds the locks of both states.
 *
 * @param from the state to copy
 * @param to a place without a state, or with what an earlier copy of the same state left there
 */
export async function copyState(
  from: StatePlace,
  to: StatePlace,
  options: Omit<CopyOptions, 'name'> = {},
): Promise<Copied> {
  const source = await openEngine(from)
  const target = await openEngine(to)
  try {
    const name = to.kind === 'folder' ? to.folder : showPlace(to)
    const copied = await copyTables(source, target, { ...options, name })
    const lists = await openKeptLists(from).read()
    const known = await openKeptLists(to).read()
    // Write the lists also where an earlier copy was cut off after its tables; not where the target has been built with since, and has its
    // own.
    if (lists.size > 0 && (copied.kind !== 'same' || known.size === 0)) await openKeptLists(to).write(lists)
    if (from.kind === 'folder' && to.kind === 'folder') copyPictures(from.folder, to.folder)
    return copied
  } finally {
    await Promise.all([source.close(), target.close()])
  }
}

function copyPictures(from: string, to: string): void {
  const pictures = path.join(from, 'pictures')
  if (existsSync(pictures)) cpSync(pictures, path.join(to, 'pictures'), { recursive: true, force: false })
}
