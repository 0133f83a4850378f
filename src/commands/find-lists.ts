import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ImportedItem, ImportedPlanet, ImportNote } from '../convert/imported-planet.ts'
import type { Copy } from './copy-files.ts'

/**
 * Find the reading lists that are files beside an old configuration, and give each its place below the new planet's root. A list that is
 * found nowhere becomes a comment in feeds.yaml, since no build would start while it is missing.
 *
 * @param folders of the configurations
 */
export function findLists(
  planet: ImportedPlanet,
  folders: string[],
  root: string,
): { planet: ImportedPlanet; copies: Copy[] } {
  const copies: Copy[] = []
  const notes: ImportNote[] = [...planet.notes]
  const items = planet.items.map((item): ImportedItem => {
    if (item.kind !== 'list' || /^[a-z][a-z0-9+.-]*:/i.test(item.url)) return item
    const clean = path.posix.normalize(item.url)
    const isBelow = !/^(\.\.(\/|$)|\/)/.test(clean)
    const to = isBelow ? clean : path.posix.basename(clean)
    const from = folders.map((folder) => path.resolve(folder, item.url)).find((file) => existsSync(file))
    if (from !== undefined || existsSync(path.join(root, to))) {
      if (from !== undefined) copies.push({ from, to })
      if (to !== item.url) notes.push({ group: 'changed', line: item.line, message: `${item.url} became ${to}` })
      return { ...item, url: to }
    }
    const message = `put the reading list ${item.url} beside feeds.yaml: it is found nowhere`
    notes.push({ group: 'needs you', line: item.line, message, isComment: true })
    const comments = [...item.comments, ...item.inside, ` include: [${to}]`]
    return { kind: 'comment', comments, line: item.line }
  })
  return { planet: { ...planet, items, notes }, copies }
}
