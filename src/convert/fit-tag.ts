/** The name of a folder or category, made into a valid tag: letters, digits, blanks and -_+.#; `undefined` where nothing is left. */
export function fitTag(written: string): string | undefined {
  const fitted = written
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _+.#-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|\s+$/gu, '')
  const short = [...fitted].slice(0, 60).join('').trimEnd()
  return short === '' ? undefined : short
}
