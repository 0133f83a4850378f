import { readFile } from 'node:fs/promises'
import { packageRoot } from '../../package-root.ts'
import { type Letters, openLetters } from '../card/open-letters.ts'

/** Inter in parts, as build.mjs puts them there: what most titles need goes first. */
const parts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext']

let loaded: Promise<Letters> | undefined

/** The letters that pictures are drawn with, read once. */
export function loadLetters(): Promise<Letters> {
  const read = (part: string) => readFile(new URL(`dist/letters/${part}.woff`, packageRoot))
  loaded ??= Promise.all(parts.map(read)).then(openLetters)
  return loaded
}
