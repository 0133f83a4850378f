import { foldText, parsePattern } from '../text/parse-pattern.ts'
import { listWrittenRules, type WrittenRule } from './list-written-rules.ts'
import type { ParsedYaml } from './parse-yaml.ts'

/**
 * Rules that cannot both have effect: a text of an `include` that an `exclude` of the same feed, or of all feeds, takes out again; and
 * languages of a feed that the languages of all feeds exclude.
 *
 * @returns a sentence for each, with its line
 */
export function findContradictions(yaml: ParsedYaml, name: string): string[] {
  const rules = listWrittenRules(yaml)
  const lineOf = ({ path }: WrittenRule) => `${name}:${yaml.placeOf(path).line}`
  const included = rules.filter(({ list }) => list === 'include')
  const excluded = rules.filter(({ list }) => list === 'exclude')
  const wide = included.filter(isOfAll)
  const undone = included.flatMap((rule) => {
    const other = excluded.find((one) => (isOfAll(one) || one.of === rule.of) && isUndone(rule, one))
    if (other === undefined) return []
    return [
      `${lineOf(rule)}: what has “${rule.text}” is included here, and excluded in line ${yaml.placeOf(other.path).line}: nothing comes in by it`,
    ]
  })
  const feeds = new Set(included.map(({ of }) => of).filter((of) => of !== 'defaults'))
  const apart = [...feeds].flatMap((of) => {
    const own = included.filter((rule) => rule.of === of)
    const isAlone = [...own, ...wide].every(({ field }) => field === 'language')
    const first = own[0]
    const other = wide[0]
    if (
      !isAlone ||
      first === undefined ||
      other === undefined ||
      own.some((rule) => wide.some((one) => meet(rule, one)))
    )
      return []
    return [
      `${lineOf(first)}: no entry is in “${first.text}” and in what line ${yaml.placeOf(other.path).line} includes of all feeds: nothing of this feed is shown`,
    ]
  })
  return [...undone, ...apart]
}

function isOfAll({ of }: WrittenRule): boolean {
  return of === 'defaults'
}

/** True where every match of the one rule matches the other. For expressions this cannot be told, unless they are the same. */
function isUndone(rule: WrittenRule, other: WrittenRule): boolean {
  if (rule.field !== other.field) return false
  if (rule.text === other.text) return true
  const text = readText(rule)
  const taken = readText(other)
  if (text === undefined || taken === undefined) return false
  return rule.field === 'language' ? `${text}-`.startsWith(`${taken}-`) : text.includes(taken)
}

function meet(one: WrittenRule, other: WrittenRule): boolean {
  const a = readText(one)
  const b = readText(other)
  return a === undefined || b === undefined || `${a}-`.startsWith(`${b}-`) || `${b}-`.startsWith(`${a}-`)
}

function readText({ text }: WrittenRule): string | undefined {
  const pattern = parsePattern(text)
  return 'kind' in pattern && pattern.kind === 'text' ? foldText(pattern.text) : undefined
}
