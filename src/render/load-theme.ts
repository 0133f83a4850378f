import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SiteFile } from '../model.ts'
import { openTemplates, type Templates, themeFolder } from './template-environment.ts'

/** A theme: its templates, the files that go into the site as they are, and a hash of all of it. */
export type LoadedTheme = { templates: Templates; files: SiteFile[]; hash: string }

/** @throws where the theme cannot be read */
export async function loadTheme(folder: string = themeFolder): Promise<LoadedTheme> {
  const hash = createHash('sha256')
  const files: SiteFile[] = []
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(path.join(folder, name))
    hash.update(`${name}\n${bytes.length}\n`).update(bytes)
    if (!name.endsWith('.njk')) files.push({ path: name, bytes })
  }
  return { templates: openTemplates(folder), files, hash: hash.digest('hex') }
}
