import { drawMark } from './draw-mark.ts'
import type { Letters } from './open-letters.ts'
import { cutText, wrapText } from './wrap-text.ts'

/** What stands on the card: plain text. */
export type CardWords = {
  title: string
  description: string
  /** Where the planet is published, as people write it: "planet.example". */
  address: string
}

export type CardLook = {
  /** "#5b3fd6": white can be read on it. */
  ground: string
  /** Whether our little planet is drawn: not where the operator's planet has a mark of its own. */
  hasMark: boolean
  /** Whether the site reads from the right. */
  fromRight: boolean
}

/** Pixels: what everybody who shows such pictures takes. */
export const cardSize = { width: 1200, height: 630 }

/** Letters of a text that are read: there is no room for more. */
const longest = 500

const paper = '#ffffff'
const margin = 80

/** Sizes of the title, and how many lines it may take at each size. */
const titleSizes = [
  { size: 112, most: 2 },
  { size: 92, most: 2 },
  { size: 76, most: 3 },
  { size: 60, most: 3 },
]

/**
 * The picture that is shown where somebody shares a page of the planet, as SVG (1.1, ch. 8: paths) that needs no font. Words for which we
 * have no letters are left out.
 *
 * @returns `undefined` where the picture would be empty
 */
export function drawCard(
  words: CardWords,
  { ground, hasMark, fromRight }: CardLook,
  letters: Letters,
): string | undefined {
  const title = keepDrawable(words.title, letters)
  if (title === undefined && !hasMark) return undefined
  const address = cutText(keepDrawable(words.address, letters) ?? '', { size: 30, width: textWidth, most: 1 }, letters)
  if (title === undefined) {
    const mark = drawMark({ x: 600, y: 290, radius: 165, color: paper, ball: 0.85, ring: 1 })
    return frame(ground, [mark, drawLines(address, { x: 600, y: 560, size: 30, opacity: 0.9, anchor: 0.5 }, letters)])
  }
  const side = fromRight ? { x: cardSize.width - margin, anchor: 1 } : { x: margin, anchor: 0 }
  const mark = { x: fromRight ? 190 : 1010, y: 450, radius: 145, color: paper, ball: 0.3, ring: 0.5 }
  const { lines, size } = fitTitle(title, letters)
  const top = margin + size * 0.85
  // Under the title: where its next line would begin, and some room.
  const below = top + lines.length * size * leading + 24
  const description = keepDrawable(words.description, letters)
  const small = 36
  const most = Math.min(3, Math.floor((505 - below) / (small * leading)))
  const room = { size: small, width: hasMark ? 640 : textWidth, most }
  const about = description === undefined || most < 1 ? [] : cutText(description, room, letters)
  return frame(ground, [
    hasMark ? drawMark(mark) : '',
    drawLines(lines, { ...side, y: top, size, opacity: 1 }, letters),
    drawLines(about, { ...side, y: below, size: small, opacity: 0.88 }, letters),
    drawLines(address, { ...side, y: 560, size: 30, opacity: 0.75 }, letters),
  ])
}

function frame(ground: string, parts: string[]): string {
  const { width, height } = cardSize
  const sheet = `<rect width="${width}" height="${height}" fill="${ground}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${sheet}${parts.join('')}</svg>`
}

const textWidth = cardSize.width - 2 * margin

/** From line to line, in sizes of the letters. */
const leading = 1.2

function fitTitle(title: string, letters: Letters): { lines: string[]; size: number } {
  for (const { size, most } of titleSizes) {
    const lines = wrapText(title, { size, width: textWidth, most }, letters)
    if (lines !== undefined) return { lines, size }
  }
  return { lines: cutText(title, { size: 60, width: textWidth, most: 3 }, letters), size: 60 }
}

type Place = {
  x: number
  /** Of the first base line. */
  y: number
  size: number
  opacity: number
  /** Which point of the line `x` gives: 0 its left end, 1 its right end. */
  anchor: number
}

function drawLines(lines: string[], { x, y, size, opacity, anchor }: Place, letters: Letters): string {
  const outlines = lines.map((line, row) => {
    const left = x - anchor * (letters.measure(line, size) ?? 0)
    return letters.trace(line, left, y + row * size * leading, size)
  })
  return `<path fill="${paper}" fill-opacity="${opacity}" d="${outlines.join('')}"/>`
}

/** And what stands between or behind them. */
const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\u{FE0F}/gu

/**
 * A text without emoji and without characters meant only for machines; `undefined` where a letter cannot be drawn, or no letter is left.
 */
function keepDrawable(text: string, letters: Letters): string | undefined {
  const plain = text.slice(0, longest).normalize('NFC').replace(emoji, ' ')
  const kept = plain.replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(kept) && letters.measure(kept, 1) !== undefined ? kept : undefined
}
