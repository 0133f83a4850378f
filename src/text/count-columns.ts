import stringWidth from 'string-width'

/** Latin, Greek, Cyrillic and the signs between words: one column each, and none combines with its neighbours. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*$/

/** Columns on a terminal: East Asian wide characters and emoji take two, marks that combine none. */
export function countColumns(text: string): number {
  // `stringWidth` needs tables that take longer to load than most commands take to run.
  return plain.test(text) ? text.length : stringWidth(text)
}
