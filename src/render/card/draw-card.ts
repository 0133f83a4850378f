import { type Canvas, openCanvas } from './open-canvas.ts'
import type { Letters } from './open-letters.ts'
import { type Mark, traceMark } from './trace-mark.ts'
import { cutText, wrapText } from './wrap-text.ts'
import { writePng } from './write-png.ts'

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
  /** Whether our little planet is on it: not where the planet has a mark of its own. */
  hasMark: boolean
  /** Whether the site reads from the right. */
  fromRight: boolean
}

/** Pixels: what everybody who shows such pictures takes. */
export const cardSize = { width: 1200, height: 630 }

/** Letters of a text that are looked at: no more have room. */
const longest = 500

const paper = '#ffffff'
const margin = 80

/** Sizes of the title, and lines that it may have of each. */
const titleSizes = [
  { size: 112, most: 2 },
  { size: 92, most: 2 },
  { size: 76, most: 3 },
  { size: 60, most: 3 },
]

/**
 * The picture that is shown where somebody shares a page of the planet, as PNG: beside JPEG the only format that all who show
 * such pictures read. Words are left out where we have no letters for them.
 *
 * @returns `undefined` where nothing would be on it
 */
export function drawCard(words: CardWords, look: CardLook, letters: Letters): Buffer | undefined {
  const canvas = openCanvas(cardSize.width, cardSize.height)
  const title = keepDrawable(words.title, letters)
  if (title === undefined && !look.hasMark) return undefined
  const address = cutText(keepDrawable(words.address, letters) ?? '', { size: 30, width: textWidth, most: 1 }, letters)
  if (title === undefined) {
    drawMark(canvas, traceMark({ x: 600, y: 290 }, 165), { ball: 0.85, ring: 1 })
    drawLines(canvas, address, { x: 600, y: 560, size: 30, strength: 0.9, anchor: 0.5 }, letters)
    return writePng(canvas, look.ground, paper)
  }
  const side = look.fromRight ? { x: cardSize.width - margin, anchor: 1 } : { x: margin, anchor: 0 }
  if (look.hasMark) {
    drawMark(canvas, traceMark({ x: look.fromRight ? 190 : 1010, y: 450 }, 145), { ball: 0.3, ring: 0.5 })
  }
  const { lines, size } = fitTitle(title, letters)
  let y = margin + size * 0.85
  y = drawLines(canvas, lines, { ...side, y, size, strength: 1 }, letters) + 24
  const description = keepDrawable(words.description, letters)
  const [small, most] = [36, Math.min(3, Math.floor((505 - y) / (36 * leading)))]
  if (description !== undefined && most > 0) {
    const room = { size: small, width: look.hasMark ? 640 : textWidth, most }
    drawLines(canvas, cutText(description, room, letters), { ...side, y, size: small, strength: 0.88 }, letters)
  }
  drawLines(canvas, address, { ...side, y: 560, size: 30, strength: 0.75 }, letters)
  return writePng(canvas, look.ground, paper)
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
  strength: number
  /** Where in a line x is: 0 at its left end, 1 at its right one. */
  anchor: number
}

/** @returns where the next base line would be */
function drawLines(canvas: Canvas, lines: string[], { x, y, size, strength, anchor }: Place, letters: Letters): number {
  for (const [row, line] of lines.entries()) {
    const left = x - anchor * (letters.measure(line, size) ?? 0)
    canvas.fill(letters.trace(line, left, y + row * size * leading, size), strength)
  }
  return y + lines.length * size * leading
}

function drawMark({ fill }: Canvas, mark: Mark, { ball, ring }: { ball: number; ring: number }): void {
  fill(mark.ring, ring)
  fill(mark.gap.ball, 0)
  fill(mark.ball, ball)
  fill(mark.gap.before, 0)
  fill(mark.before, ring)
}

/** And what stands between or behind them. */
const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\u{FE0F}/gu

/** A text without emoji and what is only for machines; `undefined` where letters of it cannot be drawn, or none is left. */
function keepDrawable(text: string, letters: Letters): string | undefined {
  const plain = text.slice(0, longest).normalize('NFC').replace(emoji, ' ')
  const kept = plain.replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(kept) && letters.measure(kept, 1) !== undefined ? kept : undefined
}
