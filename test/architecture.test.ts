import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findBreaches, findCircles } from './architecture/find-breaches.ts'
import { readSource } from './architecture/read-source.ts'
import { rules } from './architecture/rules.ts'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const sources = files.map((file) => readSource(file, readFileSync(`src/${file}`, 'utf8')))

test.each(sources)('$file keeps the rules', (source) => {
  expect(findBreaches(source, rules)).toEqual([])
})

test('no circles, types included', () => {
  expect(findCircles(sources)).toEqual([])
})

test('the rules name no file and no folder that is not there', () => {
  const { homes, node, uses, sees, namedOtherwise, longer } = rules
  const places = [homes, node, uses, sees].flatMap((table) => Object.values(table).flat())
  const named = [...places, ...Object.keys(sees), ...namedOtherwise, ...Object.keys(longer)]
  const isThere = (place: string) =>
    files.some((file) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`))
  expect(named.filter((place) => !isThere(place))).toEqual([])
})

test('the rules let no file be longer that is not', () => {
  const lines = new Map(sources.map((source) => [source.file, source.lines]))
  const needless = Object.keys(rules.longer).filter((file) => (lines.get(file) ?? 0) <= rules.mostLines)
  expect(needless).toEqual([])
})
