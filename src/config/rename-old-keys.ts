import type { ParsedYaml } from './parse-yaml.ts'

/** Former names of keys of `defaults` and of a feed. They will always be read, and a note says what to write instead. */
export const oldNames = new Map([['per_build', 'per_day']])

/**
 * Rename old keys to their present names, so that all later code knows one name.
 *
 * @param value all of feeds.yaml, plain
 * @returns the renamed value, with a note for each old name: its first place, and what to write instead
 */
export function renameOldKeys(value: unknown, yaml: ParsedYaml): { value: unknown; notes: string[] } {
  const notes = new Map<string, string>()
  const rename = (section: unknown, path: (string | number)[]): unknown => {
    if (!isMap(section)) return section
    const renamed = Object.entries(section).flatMap(([key, item]): [string, unknown][] => {
      const name = oldNames.get(key)
      if (name === undefined) return [[key, item]]
      const { line } = yaml.placeOfKey([...path, key])
      if (!notes.has(key)) notes.set(key, `feeds.yaml:${line}: "${key}" is called "${name}" by now; write ${name}`)
      return Object.hasOwn(section, name) ? [] : [[name, item]]
    })
    return Object.fromEntries(renamed)
  }
  if (!isMap(value)) return { value, notes: [] }
  const sections = Object.entries(value).map(([key, section]): [string, unknown] => {
    if (key === 'defaults') return [key, rename(section, [key])]
    if (key === 'feeds' && Array.isArray(section)) {
      return [key, section.map((feed, index) => rename(feed, [key, index]))]
    }
    return [key, section]
  })
  return { value: Object.fromEntries(sections), notes: [...notes.values()] }
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
