import { readdirSync, readFileSync } from 'node:fs'

/** A feed with one difficulty, and what its header says is right. */
export type Fixture = {
  name: string
  text: string
  /** "expect  PATH = VALUE": a value is JSON, or else the text itself. */
  expectations: { path: string; value: unknown }[]
  /** "page  KIND = TEXT": what the page of its entries has, lacks, has once, or shows as its text. */
  shown: { kind: string; text: string }[]
}

const folder = new URL('../fixtures/read/', import.meta.url)

export function readFixtures(): Fixture[] {
  return readdirSync(folder).map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const header = name.endsWith('.json')
      ? String(JSON.parse(text)._comment)
      : (/<[!]-- ([\s\S]*?)-->/.exec(text)?.[1] ?? '')
    const lines = (word: string) =>
      [...header.matchAll(new RegExp(`${word} {2}(\\S+) = (.*)`, 'g'))].map(([, left = '', right = '']) => ({
        left,
        right: right.replace(/ -->$/, '').trim(),
      }))
    return {
      name,
      text,
      expectations: lines('expect').map(({ left, right }) => ({ path: left, value: parseValue(right) })),
      shown: lines('page').map(({ left, right }) => ({ kind: left, text: right.replaceAll('\\n', '\n') })),
    }
  })
}

function parseValue(text: string): unknown {
  if (text === 'undefined') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'number' ? text : value
  } catch {
    return text.replaceAll('\\n', '\n')
  }
}
