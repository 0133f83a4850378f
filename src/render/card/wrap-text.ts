import type { Letters } from './open-letters.ts'

/** Pixels; `most` lines. */
type Room = { size: number; width: number; most: number }

/**
 * A text in lines, none wider than the room allows.
 *
 * @returns `undefined` where the text takes more lines than allowed, or a word more than one line
 */
export function wrapText(text: string, room: Room, letters: Letters): string[] | undefined {
  const { lines, isWhole } = fillLines(text, room, letters)
  return isWhole ? lines : undefined
}

/** As much of a text as fits, with an ellipsis where it is cut: its first words, or the first letters of a word that is too long. */
export function cutText(text: string, room: Room, letters: Letters): string[] {
  const { lines, isWhole } = fillLines(text, room, letters)
  if (isWhole) return lines
  const fits = (line: string) => (letters.measure(line, room.size) ?? 0) <= room.width
  const last = (lines.pop() ?? '').split(' ')
  while (last.length > 0 && !fits(`${last.join(' ')} …`)) last.pop()
  if (last.length > 0 && last[0] !== '') return [...lines, `${last.join(' ')} …`]
  const first = [...text].slice(0, 200)
  while (first.length > 0 && !fits(`${first.join('')}…`)) first.pop()
  return [...lines, `${first.join('')}…`]
}

/** Take word after word, until one no longer fits. */
function fillLines(text: string, { size, width, most }: Room, letters: Letters): { lines: string[]; isWhole: boolean } {
  const fits = (line: string) => (letters.measure(line, size) ?? 0) <= width
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else if (lines.length < most && fits(word)) lines.push(word)
    else return { lines, isWhole: false }
  }
  return { lines, isWhole: true }
}
