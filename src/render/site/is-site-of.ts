import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What a planet is known by where its state is lost. */
type Known = { title: string; url: string }

/** The planet whose site a folder holds, whatever the state says: the folder's status.json tells; `undefined` where it does not. */
export function findSiteOwner(folder: string): Known | undefined {
  try {
    const { planet } = JSON.parse(readFileSync(path.join(folder, 'status.json'), 'utf8')) as { planet?: Partial<Known> }
    const { title, url } = planet ?? {}
    return typeof title === 'string' && typeof url === 'string' ? { title, url } : undefined
  } catch {
    return undefined
  }
}

/** True where a folder holds the site of this planet. Two planets may have been given one address by mistake, but seldom one title. */
export function isSiteOf({ title, url }: Known, folder: string): boolean {
  const owner = findSiteOwner(folder)
  return owner?.url === url && owner.title === title
}
