import stringWidth from 'string-width'

/** Columns on a terminal: East Asian wide characters and emoji take two, marks that combine none. */
export function countColumns(text: string): number {
  return stringWidth(text)
}
