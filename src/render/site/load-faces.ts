import path from 'node:path'
import type { SiteFile, Subscription } from '../../model.ts'
import { readPicture } from './read-picture.ts'

/** Faces by feed, each the path of a file of the site; the files; and a warning for each face that cannot be used. */
export type Faces = { faces: Map<string, string>; files: SiteFile[]; warnings: string[] }

/**
 * Take the faces that are files into the site, under "faces/". A face that cannot be read, or is no picture below the root, gives a warning
 * where feeds.yaml names it, and is not shown.
 *
 * @param root the planet's root: paths in feeds.yaml count from it
 */
export async function loadFaces(subscriptions: Subscription[], root: string): Promise<Faces> {
  const faces = new Map<string, string>()
  const files = new Map<string, SiteFile>()
  const warnings: string[] = []
  for (const { source, name, active } of subscriptions) {
    // For a blog that feeds.yaml no longer lists, the operator cannot name another face: no warning.
    const warn = (message: string) => void (active && warnings.push(`${name}: its face ${source.face} ${message}`))
    const { face } = source
    // What has no file is looked for elsewhere.
    if (face === undefined || face === 'auto' || face === 'gravatar' || /^https?:/.test(face)) continue
    const target = face.startsWith('faces/') ? face : `faces/${face}`
    try {
      const bytes = files.get(target)?.bytes ?? (await readPicture(face, root))
      if (bytes === undefined) {
        warn(`is no picture below ${root}; it is not shown`)
        continue
      }
      files.set(target, { path: target, bytes })
      faces.set(source.url, target)
    } catch {
      warn(`cannot be read; expected at ${path.join(root, face)}`)
    }
  }
  return { faces, files: [...files.values()], warnings }
}
