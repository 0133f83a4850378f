/** A part of a format, and what has to be known to write it: which day it is, what the clock shows, or which instant it is. */
export type FormatPart = { text: string; needs: 'day' | 'clock' | 'instant' }

const needs = new Map<string, 'day' | 'clock'>([
  ...[...'YymBbhdejAauVGFDx'].map((letter) => [letter, 'day'] as const),
  ...[...'HIklMSpPTRr'].map((letter) => [letter, 'clock'] as const),
])

/**
 * Cut a strftime format where what it tells of the day ends and what it tells of the clock begins: a thousand entries fall on a few days,
 * and on a few minutes of these, so that each part is written once for all of them.
 *
 * @returns one part where a letter needs both, or the zone, or is none that is known
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
