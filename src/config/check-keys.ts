import type { z } from 'zod'
import type { ConfigProblem } from './config-error.ts'
import { findNearest } from './find-nearest.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { notYet, schema } from './schema.ts'

/** Every key that we do not know, at every level, with the one that was meant. Keys that begin with `x-` are free. */
export function checkKeys(yaml: ParsedYaml): ConfigProblem[] {
  const check = (keys: (string | number)[], known: string[], section: string): ConfigProblem[] => {
    const value = yaml.valueAt(keys)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    const unknown = Object.keys(value).filter((key) => !known.includes(key) && !key.startsWith('x-'))
    return unknown.map((key) => {
      const later = notYet[section] ?? []
      const meant = findNearest(key, [...known, ...later])
      const message = later.includes(key)
        ? `"${key}" is not supported yet`
        : `unknown key "${key}"; ${meant ? `did you mean "${meant}"?` : `known here: ${known.join(', ')}`}`
      return { ...yaml.placeOfKey([...keys, key]), message }
    })
  }
  const { shape } = schema
  const sections = (['owner', 'show', 'fetch', 'defaults'] as const).flatMap((name) =>
    check([name], keysOf(shape[name]), name),
  )
  const feeds = yaml.valueAt(['feeds'])
  const feedKeys = keysOf(shape.feeds)
  const perFeed = Array.isArray(feeds) ? feeds.flatMap((_, index) => check(['feeds', index], feedKeys, 'feeds')) : []
  return [...check([], Object.keys(shape), ''), ...sections, ...perFeed]
}

type Wrapper = { shape?: object; element?: z.ZodType; innerType?: z.ZodType; out?: z.ZodType }

/** The keys of a map, whatever the schema wraps around it: a default, a list, a bare URL. */
function keysOf(type: z.ZodType): string[] {
  const { shape, element, innerType, out } = { ...type.def, ...type } as Wrapper
  if (shape !== undefined) return Object.keys(shape)
  const inner = innerType ?? out ?? element
  return inner === undefined ? [] : keysOf(inner)
}
