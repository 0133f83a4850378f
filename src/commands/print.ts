import { once } from 'node:events'
import { isPainted, paint } from './paint.ts'

/**
 * All output of commands goes through this file, and through nothing else: text from feeds, servers and files must not control a terminal,
 * whatever checks it passed before.
 */

/**
 * Characters that a terminal would obey, or that would reorder the words around them: all controls but line ends, and marks of direction.
 */
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Print text of any number of lines. Characters that control the terminal are shown as a visible sign. */
export function print(text: string): void {
  process.stdout.write(makeHarmless(text))
}

/** The same, with colours where they are wanted and can be seen. Only our own: text of feeds can carry none. */
export function printPainted(text: string, { color }: { color: boolean }): void {
  const harmless = makeHarmless(text)
  process.stdout.write(color && isPainted(process.stdout, process.env) ? paint(harmless) : harmless)
}

/** The same on stderr, for output that is not the command's answer: errors, warnings, progress. */
export function complain(text: string): void {
  process.stderr.write(makeHarmless(text))
}

/** One document of JSON and a line end. Controlling characters are written as JSON escapes, so that a reader gets the same value. */
export function printJson(value: unknown, replacer?: (key: string, value: unknown) => unknown, indent?: number): void {
  process.stdout.write(`${escapeSteering(JSON.stringify(value, replacer, indent))}\n`)
}

/** The same, where the document comes in pieces, each of whole characters: a piece is asked for when the reader has taken the one before. */
export async function printJsonPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    process.stdout.write(escapeSteering(piece))
    await untilRead()
  }
  process.stdout.write('\n')
}

/** Wait for the reader of stdout: until it has read what was printed, Node keeps all of that in memory. */
export async function untilRead(): Promise<void> {
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
}

function escapeSteering(json: string): string {
  return json.replace(steering, (sign) => `\\u${hex(sign).padStart(4, '0')}`)
}

/** A document of XML, in the same way (XML 1.0, section 4.1). */
export function printXml(text: string): void {
  process.stdout.write(text.replace(steering, (sign) => `&#x${hex(sign)};`))
}

/** How wide a text may be: the terminal's width. @param otherwise the width in a pipe or a mail */
export function findColumns(otherwise: number): number {
  return process.stdout.columns || Number(process.env.COLUMNS) || otherwise
}

/** A line over the last one, on a terminal. */
export function drawLine(text: string): void {
  process.stderr.write(`\r\u001b[K${makeHarmless(text)}`)
}

export function makeHarmless(text: string): string {
  return text.replaceAll('\t', ' ').replace(steering, '\ufffd')
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16)
}
