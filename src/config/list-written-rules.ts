import type { ParsedYaml } from './parse-yaml.ts'
import { ruleFields } from './rules-schema.ts'

/** One text of a rule as it stands in feeds.yaml. */
export type WrittenRule = {
  list: 'include' | 'exclude'
  /** `defaults` for a rule of all feeds, or the index of the feed in the list. */
  of: 'defaults' | number
  field: (typeof ruleFields)[number]
  text: string
  path: (string | number)[]
}

/** Every text of every rule of feeds.yaml. */
export function listWrittenRules(yaml: ParsedYaml): WrittenRule[] {
  const feeds = yaml.valueAt(['feeds'])
  const places = Array.isArray(feeds) ? feeds.keys() : []
  return [
    ...listOf(yaml, 'defaults', ['defaults']),
    ...[...places].flatMap((index) => listOf(yaml, index, ['feeds', index])),
  ]
}

function listOf(yaml: ParsedYaml, of: WrittenRule['of'], section: (string | number)[]): WrittenRule[] {
  return (['include', 'exclude'] as const).flatMap((list) =>
    ruleFields.flatMap((field) => {
      const texts = yaml.valueAt([...section, list, field])
      return (Array.isArray(texts) ? texts : []).flatMap((text: unknown, index): WrittenRule[] =>
        typeof text === 'string'
          ? [{ list, of, field, text: text.trim(), path: [...section, list, field, index] }]
          : [],
      )
    }),
  )
}
