import { readFile } from 'node:fs/promises'
import { packageRoot } from '../../package-root.ts'
import { type Letters, openLetters } from '../card/open-letters.ts'

/** The parts of the font Inter, as build.mjs copies them; the letters that most titles need come first. */
const parts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext']

let loaded: Promise<Letters> | undefined

/** The letters that pictures are drawn with, read once. */
export function loadLetters(): Promise<Letters> {
  const read = (part: string) => readFile(new URL(`dist/letters/${part}.woff`, packageRoot))
  loaded ??= Promise.all(parts.map(read)).then(openLetters)
  return loaded
}
