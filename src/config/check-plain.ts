import { listKeys } from './list-keys.ts'
import { openUnion } from './open-union.ts'
import { oldNames } from './rename-old-keys.ts'
import { schema } from './schema.ts'

type Pairs = [key: string, value: unknown][]
export type PlainProblem = { path: (string | number)[]; message: string }

/**
 * Check settings and feeds that are not in a file yet against the schema of feeds.yaml.
 *
 * @returns what the schema refuses, by its path: `['feeds', 3, 'face']`, or `['show', 'entries']`
 */
export function checkPlain(given: {
  settings: [path: string[], value: unknown][]
  feeds: Pairs[]
  lists: Pairs[]
}): PlainProblem[] {
  const top = listKeys()
  const names = new Map(top.map(({ name, keys }) => [name, keys.map((key) => key.name)]))
  const isKnown = (key: string, section: string) =>
    key.startsWith('x-') || (names.get(section) ?? []).includes(oldNames.get(key) ?? key)
  const refuse = (path: (string | number)[]) => ({
    path,
    message: `this version of Planet has no ${path.at(-1)}: here`,
  })

  const unknown: PlainProblem[] = []
  const sections = new Map<string, Map<string, unknown>>()
  const value = new Map<string, unknown>([
    ['title', 'Planet'],
    ['url', 'https://planet.example/'],
  ])
  for (const [path, to] of given.settings) {
    const [section = '', key] = path
    const below = names.get(section)
    if (below === undefined || (key !== undefined && below.length > 0 && !isKnown(key, section)))
      unknown.push(refuse(path))
    else if (key === undefined) value.set(section, to)
    else sections.set(section, (sections.get(section) ?? new Map()).set(key, to))
  }
  for (const [section, keys] of sections) value.set(section, Object.fromEntries(keys))
  for (const [section, list] of [
    ['feeds', given.feeds],
    ['include', given.lists],
  ] as const) {
    if (list.length === 0) continue
    if (names.has(section))
      value.set(
        section,
        list.map((pairs) => Object.fromEntries(pairs)),
      )
    for (const [index, pairs] of list.entries()) {
      if (!names.has(section))
        unknown.push({ path: [section, index], message: 'this version of Planet has no reading lists' })
      else for (const [key] of pairs) if (!isKnown(key, section)) unknown.push(refuse([section, index, key]))
    }
  }
  const result = schema.safeParse(Object.fromEntries(value))
  const issues = result.success ? [] : result.error.issues.flatMap(openUnion)
  const found = issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    message,
  }))
  return [...unknown, ...found]
}
