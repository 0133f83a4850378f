import type { ParsedYaml } from './parse-yaml.ts'

/** Keys of `defaults` and of a feed that were called otherwise. They are read for good, and a note says what to write. */
export const oldNames = new Map([['per_build', 'per_day']])

/**
 * Call old keys what they are called now, so that everything after knows one name.
 *
 * @param value all of feeds.yaml, plain
 * @returns with a note for each old name: where it stands first, and what to write
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
