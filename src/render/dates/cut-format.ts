/** A part of a format, and what must be known to write it: the day, the time that the clock shows, or the exact instant. */
export type FormatPart = { text: string; needs: 'day' | 'clock' | 'instant' }

const needs = new Map<string, 'day' | 'clock'>([
  ...[...'YymBbhdejAauVGFDx'].map((letter) => [letter, 'day'] as const),
  ...[...'HIklMSpPTRr'].map((letter) => [letter, 'clock'] as const),
])

/**
 * Cut a strftime format between its letters of the day and its letters of the clock: a thousand entries share few days and few minutes of
 * the day, so that the text of each part is made once for all entries that share it.
 *
 * @returns a single part where a letter needs both day and clock, needs the zone, or is unknown
 */
export function cutFormat(text: string): FormatPart[] {
  const parts: FormatPart[] = []
  let start = ''
  for (const token of text.split(/(%(?:O[Bba]|E[Bx]|[-_]?[a-zA-Z%]))/)) {
    const isLiteral = token === '%%' || token === '%Z' || !token.startsWith('%')
    const need = isLiteral ? undefined : needs.get(token.at(-1) ?? '')
    if (!isLiteral && need === undefined) return [{ text, needs: 'instant' }]
    const last = parts.at(-1)
    if (last !== undefined && (need === undefined || need === last.needs)) last.text += token
    else if (need === undefined) start += token
    else parts.push({ text: (last === undefined ? start : '') + token, needs: need })
  }
  return parts.length > 0 ? parts : [{ text, needs: 'day' }]
}
