import { checkPlain } from '../config/check-plain.ts'
import type { ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { blankLine } from './make-item-comments.ts'
import { toPlain } from './to-plain.ts'

/**
 * Check an imported planet against the schema of feeds.yaml: whatever the schema refuses becomes a comment, and is reported among the notes
 * that need the operator.
 */
export function checkImported(planet: ImportedPlanet): ImportedPlanet {
  const notes: ImportNote[] = [...planet.notes]
  const settings = lastOfEach(planet.settings)
  const entries = planet.items.flatMap((item) => (item.kind === 'comment' ? [] : [item]))
  const feeds = entries.filter(({ kind }) => kind === 'feed')
  const lists = entries.filter(({ kind }) => kind === 'list')
  const problems = checkPlain({
    settings: settings.map(({ path, value }) => [path, toPlain(value)]),
    feeds: feeds.map(listPairs),
    lists: lists.map(listPairs),
  })
  const refused = new Set<Setting>()
  for (const { path, message } of problems) {
    const [top, index, key] = path
    const item = top === 'feeds' ? feeds[Number(index)] : top === 'include' ? lists[Number(index)] : undefined
    if (item !== undefined && item.kind !== undefined) {
      const name = key === undefined || key === 'url' ? undefined : String(key)
      const what =
        name === undefined ? item.url : `${name}: ${JSON.stringify(toPlain(item.keys.get(name)))} of ${item.url}`
      notes.push({ group: 'needs you', line: item.line, message: `${what}: ${message}` })
      if (name === undefined || !item.keys.has(name)) {
        Object.assign(item, { kind: 'comment', comments: [...item.comments, ...item.inside, ` - url: ${item.url}`] })
        continue
      }
      item.inside.push(` ${name}: ${JSON.stringify(toPlain(item.keys.get(name)))}`)
      item.keys.delete(name)
      continue
    }
    for (const setting of settings) {
      if (
        refused.has(setting) ||
        !setting.path.every((name, at) => path[at] === undefined || String(path[at]) === name)
      )
        continue
      refused.add(setting)
      notes.push({
        group: 'needs you',
        line: setting.line,
        message: `${setting.path.join('.')}: ${JSON.stringify(toPlain(setting.value))}: ${message}`,
      })
    }
  }
  return {
    ...planet,
    settings: settings.map((setting) => (refused.has(setting) ? { ...setting, value: undefined } : setting)),
    notes,
  }
}

function listPairs({ url, keys }: { url: string; keys: Map<string, unknown> }): [key: string, value: unknown][] {
  return [['url', url], ...[...keys].map(([key, value]): [string, unknown] => [key, toPlain(value)])]
}

/** Of a key that is given twice, the last; comments above the others move above it. */
function lastOfEach(settings: Setting[]): Setting[] {
  const byPath = new Map<string, Setting>()
  for (const setting of settings) {
    const key = setting.path.join('\n')
    const before = byPath.get(key)
    const comments = [...(before?.comments ?? []), ...setting.comments].filter(
      (line, at, all) => line !== blankLine || (at > 0 && all.length > 1),
    )
    byPath.set(key, { ...setting, comments })
  }
  return [...byPath.values()]
}
