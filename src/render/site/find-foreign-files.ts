import { existsSync, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { weekPath } from '../paths/page-path.ts'

/**
 * Files that stand at paths of ours but that we did not write: they are somebody's work, and are never written over.
 *
 * @param places paths in the folder
 * @param known paths that a build wrote
 */
export function findForeignFiles(folder: string, places: Iterable<string>, known: Set<string>): string[] {
  const unknown = [...new Set(places)].filter((place) => !known.has(place))
  return unknown.filter((place) => lstatSync(path.join(folder, place), { throwIfNoEntry: false }) !== undefined)
}

/** All files in the folders of years, where the pages of days, months and years stand, and what belongs to them. */
export function listDatedFiles(folder: string): string[] {
  const years = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}$/.test(name)) : []
  return years.flatMap((year) => {
    const entries = readdirSync(path.join(folder, year), { recursive: true, encoding: 'utf8' })
    return entries
      .map((name) => `${year}/${name.split(path.sep).join('/')}`)
      .filter((file) => /^\d{4}(\/\d\d){0,2}\/[^/]*\.(html|xml)$/.test(file))
  })
}

/** What there is of archive documents. */
export function listArchiveFiles(folder: string): string[] {
  const archive = path.join(folder, 'archive')
  const names = existsSync(archive) ? readdirSync(archive) : []
  return names.filter((name) => /^\d+(-\d+)?\.xml$/.test(name)).map((name) => `archive/${name}`)
}

/** What there is of pages of weeks. */
export function listWeekFiles(folder: string): string[] {
  const weeks = path.join(folder, 'week')
  const names = existsSync(weeks) ? readdirSync(weeks) : []
  return names.filter((name) => /^\d{4}-W\d\d$/.test(name)).map((name) => weekPath(name))
}
