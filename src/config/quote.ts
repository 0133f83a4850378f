import { escapeControl } from '../text/escape-control.ts'

/** Columns of a quotation: the line itself stands below the message anyway. */
const longest = 100

/** Text of the operator's, as a message repeats it: in quotes, on one line, cut where it is long. */
export function quote(text: string): string {
  return `"${cut(text)}"`
}

/** The same without quotes, for values that the operator wrote without them. */
export function cut(text: string): string {
  const letters = [...escapeControl(text)]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')
}
