import { parsePattern } from '../text/parse-pattern.ts'
import type { ConfigProblem } from './config-error.ts'
import { listWrittenRules } from './list-written-rules.ts'
import type { ParsedYaml } from './parse-yaml.ts'

/** Every regular expression of a rule that does not compile, with the faulty part marked. */
export async function findBadExpressions(yaml: ParsedYaml): Promise<ConfigProblem[]> {
  const written = listWrittenRules(yaml).flatMap((rule) => {
    const pattern = parsePattern(rule.text)
    return 'kind' in pattern && pattern.kind === 'regex' ? [{ rule, pattern }] : []
  })
  if (written.length === 0) return []
  // Loaded only here: the compiler is large, and most planets have no expressions.
  const { compileRegex } = await import('../text/compile-regex.ts')
  return written.flatMap(({ rule, pattern }): ConfigProblem[] => {
    const result = compileRegex(pattern.source, pattern.flags)
    if (!('problem' in result)) return []
    const place = yaml.placeOf(rule.path)
    // The expression begins after the slash, within quotes where there are any; where YAML escapes shift its columns, the whole value is
    // marked.
    const before = place.width - rule.text.length
    const isPlain = before === 0 || before === 2
    const mark = isPlain ? { column: place.column + before / 2 + 1 + result.from, width: result.width } : {}
    return [
      { ...place, ...mark, message: `${result.problem}; expected one of RE2's kind, for example "/sponsor(ed)?/i"` },
    ]
  })
}
