import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Year } from '../../model.ts'
import { searchStatePath } from '../paths/page-path.ts'
import type { SearchState } from '../search/list-due-years.ts'

/**
 * What the search index of a site was made from.
 *
 * @returns `undefined` where there is none, or where we did not write it
 */
export function loadSearchState(folder: string): SearchState | undefined {
  try {
    const state = JSON.parse(readFileSync(path.join(folder, searchStatePath), 'utf8')) as SearchState
    const isOurs =
      typeof state.form === 'string' &&
      typeof state.revision === 'number' &&
      Array.isArray(state.years) &&
      state.years.every(
        (each) => /^\d{4}$/.test(each.year) && typeof each.at === 'string' && typeof each.due === 'string',
      )
    return isOurs ? state : undefined
  } catch {
    return undefined
  }
}

/** The files of one year's index, by their paths in the site. */
export function listSearchFiles(folder: string, year: Year): string[] {
  try {
    const entries = readdirSync(path.join(folder, 'search', year), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  } catch {
    return []
  }
}
