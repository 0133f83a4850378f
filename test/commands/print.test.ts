import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  complain,
  drawLine,
  makeHarmless,
  print,
  printJson,
  printJsonPieces,
  printXml,
} from '../../src/commands/print.ts'

afterEach(() => vi.restoreAllMocks())

const link = '\u009d8;;http://evil.example\u009cclick\u001b]8;;\u0007'
const turned = 'a\u202eb\u2066c\u200fd\u061ce'

function written(say: () => void): string {
  const parts: string[] = []
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((part) => parts.push(String(part)) > 0)
  }
  say()
  vi.restoreAllMocks()
  return parts.join('')
}

test.each([
  ['a link of a terminal', link, '�8;;http://evil.example�click�]8;;�'],
  ['marks of direction', turned, 'a�b�c�d�e'],
  ['line ends, tabs, and others that go back', 'a\nb\tc\rd\u2028e\u0085f', 'a\nb c�d�e�f'],
  ['half a character', 'a\ud800b', 'a�b'],
  ['what is harmless', 'Größe 漢字 שלום 😀 \u00a0–', 'Größe 漢字 שלום 😀 \u00a0–'],
])('what commands say is harmless: %s', (_, text, shown) => {
  expect([makeHarmless(text), written(() => print(text)), written(() => complain(text))]).toEqual([shown, shown, shown])
  expect(written(() => drawLine(text))).toBe(`\r\u001b[K${shown}`)
})

test('JSON and XML say the same, and steer nothing', () => {
  const json = written(() => printJson({ [turned]: link }, undefined, 1))
  expect(json).toMatch(/^[\n\x20-\x7e]*$/)
  expect(JSON.parse(json)).toEqual({ [turned]: link })
  expect(written(() => printXml('<a b="שלום\u200f \u202e"/>\n'))).toBe('<a b="שלום&#x200f; &#x202e;"/>\n')
})

test('a document in pieces: one is made when the reader has taken the one before', async () => {
  const told: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => told.push(`wrote ${String(part).trim()}`) < 0)
  // Not a spy: it could not be taken away again, and whatever prints after this file, in the same process, would wait for ever.
  Object.defineProperty(process.stdout, 'writableNeedDrain', { get: () => true, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(process.stdout, 'writableNeedDrain'))
  function* makePieces() {
    for (const piece of ['["\u202e"', ',2]']) {
      told.push(`made ${piece.length}`)
      setImmediate(() => {
        told.push('read')
        process.stdout.emit('drain')
      })
      yield piece
    }
  }
  await printJsonPieces(makePieces())
  vi.restoreAllMocks()
  expect(told).toEqual(['made 4', 'wrote ["\\u202e"', 'read', 'made 3', 'wrote ,2]', 'read', 'wrote '])
})

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

test('nothing else writes to the terminal', () => {
  const writers = files.filter((file) =>
    /(stdout|stderr)\.write|console\./.test(readFileSync(path.join('src', file), 'utf8')),
  )
  expect(writers).toEqual(['commands/print.ts'])
})
