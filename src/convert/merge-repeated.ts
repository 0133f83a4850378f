import { makeFeedKey } from '../config/make-feed-key.ts'
import type { ImportedFeed, ImportedItem, ImportedPlanet, ImportNote } from './imported-planet.ts'

/**
 * Merge feeds that are listed twice: a feed in two folders gets both tags; a repeated section adds its keys to the first one, and replaces
 * them where the last counts.
 */
export function mergeRepeated(planet: ImportedPlanet): ImportedPlanet {
  const first = new Map<string, ImportedFeed>()
  const notes: ImportNote[] = [...planet.notes]
  const items = planet.items.map((item): ImportedItem => {
    if (item.kind !== 'feed') return item
    const key = makeFeedKey(item.url)
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, item)
      return item
    }
    notes.push({
      group: 'changed',
      line: item.line,
      message: `${item.url} is the feed of line ${known.line}, and stands there once`,
    })
    for (const [name, value] of item.keys) {
      const before = known.keys.get(name)
      const both = name === 'tags' && Array.isArray(before) && Array.isArray(value)
      if (both) known.keys.set(name, [...new Set([...(before as unknown[]), ...(value as unknown[])])])
      else if (before === undefined || planet.lastCounts) known.keys.set(name, value)
    }
    return { kind: 'comment', comments: [...item.comments, ...item.inside], line: item.line }
  })
  return { ...planet, items: items.filter((item) => item.kind !== 'comment' || item.comments.length > 0), notes }
}
