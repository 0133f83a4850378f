import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ImportedPlanet, ImportNote } from '../convert/imported-planet.ts'
import type { Copy } from './copy-files.ts'

/** Of faces that are found nowhere. */
const mostNamed = 10

/** Folders in which planets used to keep faces, relative to that of their configuration. */
const usual = [
  '',
  'images',
  'heads',
  'faces',
  'hackergotchi',
  'hackergotchis',
  'static',
  'img',
  'static/images',
  'static/heads',
  'theme/images',
  'www/images',
  'output/images',
  'public/images',
  'website/images',
]

/**
 * Find the faces of feeds, which an imported planet names without their folder, and set their new paths: `faces/bob.png`.
 *
 * @param folders of the configurations
 * @returns the files to copy, and notes; a face found nowhere is named once
 */
export async function findFaces(
  planet: ImportedPlanet,
  folders: string[],
  root: string,
): Promise<{ copies: Copy[]; notes: ImportNote[] }> {
  const places = await listPlaces(folders)
  const copies = new Map<string, string>()
  const missing = new Set<string>()
  for (const item of planet.items) {
    const face = item.kind === 'feed' ? item.keys.get('face') : undefined
    if (item.kind !== 'feed' || typeof face !== 'string' || /^https?:\/\//i.test(face)) continue
    const file = path.posix.normalize(face).replace(/^(\.\.\/|\/)+/, '')
    const name = file.split('/').at(-1) ?? file
    const to = `faces/${name}`
    item.keys.set('face', to)
    const from =
      copies.get(to) ??
      places
        .map((place) => [path.join(place, file), path.join(place, name)].find((found) => existsSync(found)))
        .find((found) => found !== undefined)
    if (from !== undefined) copies.set(to, from)
    else if (!existsSync(path.join(root, to))) missing.add(to)
  }
  const list = [...copies].map(([to, from]) => ({ from, to }))
  const notes: ImportNote[] = []
  if (list.length > 0)
    notes.push({ group: 'kept', line: undefined, message: `${count(list.length, 'face')}, in faces/` })
  if (missing.size > 0) {
    const names = [...missing].slice(0, mostNamed).join(', ')
    const more = missing.size > mostNamed ? ` and ${missing.size - mostNamed} more, as feeds.yaml names them` : ''
    const message = `${count(missing.size, 'face')} found nowhere; put ${missing.size === 1 ? 'it' : 'them'} there: ${names}${more}`
    notes.push({ group: 'needs you', line: undefined, message })
  }
  return { copies: list, notes }
}

/** The usual folders, and those directly below the configuration or its themes' folder, with their `images`. */
async function listPlaces(folders: string[]): Promise<string[]> {
  const places: string[] = []
  for (const folder of new Set(folders)) {
    const bases = [folder, path.dirname(folder)]
    places.push(...bases.flatMap((base) => usual.map((name) => path.join(base, name))))
    for (const below of ['.', 'themes', 'theme']) {
      const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(() => [])
      const inside = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      for (const { name } of inside)
        places.push(path.join(folder, below, name), path.join(folder, below, name, 'images'))
    }
  }
  return [...new Set(places)].filter((place) => existsSync(place))
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}
