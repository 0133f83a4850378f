/** What a rule looks for: a text that is contained, or a regular expression. */
export type Pattern = { kind: 'text'; text: string } | { kind: 'regex'; source: string; flags: string }

/** What a regular expression may be followed by: case does not matter, `^` and `$` at lines, `.` for ends of lines. */
const knownFlags = 'ims'

/**
 * Read a text of a rule: "/…/flags" is a regular expression, any other is a plain text. A lone slash begins no expression:
 * "/blog/" is one, and "/blog/2026/" is, too, since all between the first and the last slash belongs to it.
 *
 * @returns a sentence where flags are not known
 */
export function parsePattern(written: string): Pattern | { problem: string } {
  const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/is.exec(written) ?? []
  if (source === undefined) return { kind: 'text', text: foldText(written) }
  const unknown = [...flags].find((flag) => !knownFlags.includes(flag))
  if (unknown !== undefined) {
    return { problem: `"${unknown}" is no flag of an expression here; known are i, m and s, for example /${source}/i` }
  }
  return { kind: 'regex', source, flags }
}

/** Two texts that differ in case alone, or in how letters with marks are put together, are the same. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
