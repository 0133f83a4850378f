import { createHash } from 'node:crypto'
import type { EntryRules, FeedSource, HidingRule, ParsedEntry, RuleField } from '../model.ts'
import { foldText, parsePattern } from '../text/parse-pattern.ts'

/** The rules that hold for one feed. */
export type Judge = {
  /** Hash of the rules and of everything else that decides: entries judged with another hash must be judged again. */
  hash: string
  /** @returns the rule that hides an entry; `undefined` where it is shown */
  judge(entry: ParsedEntry): HidingRule | undefined
}

/** @returns `undefined` for a feed without rules */
export type FindJudge = (source: FeedSource) => Promise<Judge | undefined>

type Rules = Pick<FeedSource, 'include' | 'exclude'>
/** One text of a rule, compiled. */
type Test = { field: RuleField; index: number; text: string; matches(text: string): boolean }

/**
 * The rules of feeds.yaml, ready to judge entries. A text that many feeds share is compiled once, and the compiler of expressions is loaded
 * only where there is one.
 *
 * @param defaults rules that hold for every feed, beside its own
 */
export function openJudges(defaults: Rules): FindJudge {
  const compiled = new Map<string, (text: string) => boolean>()

  async function makeTests(rules: EntryRules | undefined): Promise<Test[] | undefined> {
    if (rules === undefined) return undefined
    const tests: Test[] = []
    for (const [field, texts] of Object.entries(rules) as [RuleField, string[]][]) {
      for (const [index, text] of texts.entries()) {
        const key = `${field} ${text}`
        const matches = compiled.get(key) ?? (await makeMatch(field, text))
        compiled.set(key, matches)
        tests.push({ field, index, text, matches })
      }
    }
    return tests
  }

  return async (source) => {
    const lists = [
      { of: 'defaults', rules: defaults },
      { of: 'feeds', rules: source },
    ] as const
    if (lists.every(({ rules }) => rules.include === undefined && rules.exclude === undefined)) return undefined
    const ready = await Promise.all(
      lists.map(async ({ of, rules }) => {
        return { of, include: await makeTests(rules.include), exclude: await makeTests(rules.exclude) }
      }),
    )
    // The HTML parser is loaded only where there are rules.
    const { htmlToText } = await import('../html/to-text.ts')
    const decisive = [
      defaults.include,
      defaults.exclude,
      source.include,
      source.exclude,
      source.language,
      source.author,
    ]
    return {
      hash: createHash('sha256').update(JSON.stringify(decisive)).digest('hex'),
      judge(entry) {
        const isMatch = openMatching(entry, source, htmlToText)
        for (const { of, exclude = [] } of ready) {
          const hit = exclude.find(isMatch)
          if (hit !== undefined) return { list: 'exclude', of, field: hit.field, index: hit.index, text: hit.text }
        }
        const missed = ready.find(({ include }) => include !== undefined && !include.some(isMatch))
        return missed && { list: 'include', of: missed.of }
      },
    }
  }
}

async function makeMatch(field: RuleField, written: string): Promise<(text: string) => boolean> {
  const pattern = parsePattern(written)
  if ('problem' in pattern) return () => false
  if (pattern.kind === 'regex') {
    const { compileRegex } = await import('../text/compile-regex.ts')
    const regex = compileRegex(pattern.source, pattern.flags)
    return 'problem' in regex ? () => false : (text) => regex.test(text)
  }
  const wanted = pattern.text
  // A language range (RFC 4647, section 3.3.1): "de" matches "de-AT", too, and "en" does not match "fr-Benelux".
  if (field === 'language') return (text) => `${foldText(text)}-`.startsWith(`${wanted}-`)
  return (text) => foldText(text).includes(wanted)
}

/** Match tests against the fields of one entry. Plain text is made from the HTML once, and only where a test needs it. */
function openMatching(
  entry: ParsedEntry,
  source: FeedSource,
  toText: (html: string) => string,
): (test: Test) => boolean {
  let content: string[] | undefined
  const read = (field: RuleField): string[] => {
    switch (field) {
      case 'title':
        return given(entry.title)
      case 'content':
        content ??= [...given(entry.contentHtml), ...given(entry.summaryHtml)].map(toText)
        return content
      case 'author': {
        const names = entry.authors.flatMap(({ name }) => given(name))
        return names.length > 0 ? names : given(source.author)
      }
      case 'category':
        return entry.categories.flatMap(({ term, label }) => [term, ...given(label)])
      case 'link':
        return given(entry.link)
      case 'language':
        return given(entry.language ?? source.language)
    }
  }
  return ({ field, matches }) => read(field).some(matches)
}

function given(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}
