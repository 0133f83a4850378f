/** The pattern of a rule: a text to be contained, or a regular expression. */
export type Pattern = { kind: 'text'; text: string } | { kind: 'regex'; source: string; flags: string }

/** The flags of a regular expression: i, ignore case; m, `^` and `$` match at lines; s, `.` matches line ends. */
const knownFlags = 'ims'

/**
 * Read a text of a rule: "/…/flags" is a regular expression, any other is a plain text. A text with one slash only is plain; "/blog/" is an
 * expression, and so is "/blog/2026/": all between the first and the last slash belongs to it.
 *
 * @returns a sentence, where a flag is not known
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

/** Fold a text, so that two which differ only in case, or in how accented letters are composed, become equal. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
