/** Faults of a feed that could be read all the same. Each code has its row in docs/reading.md. */
export const warningCodes = [
  'ILL_FORMED',
  'CHARSET',
  'ENTITIES',
  'TOO_MANY_ENTRIES',
  'TOO_MANY_ELEMENTS',
  'TOO_DEEP',
  'TOO_LONG',
  'TOO_MUCH',
  'UNCLOSED',
  'BAD_DATE',
  'SCHEDULE',
] as const

type WarningCode = (typeof warningCodes)[number]

/** Note one fault: a code to match on, and a sentence for the feed's author. */
export type Warn = (code: WarningCode, sentence: string) => void

/** Different sentences of one code that are kept: enough to fix the feed, too few to flood a log. */
const maxOfOneCode = 3

/** Collects the warnings of one feed: each sentence once, a few of each code, the codes in the order of their first warning. */
export function collectWarnings(): { warn: Warn; warnings(): string[] } {
  const byCode = new Map<WarningCode, Set<string>>()
  return {
    warn(code, sentence) {
      const sentences = byCode.get(code) ?? new Set()
      byCode.set(code, sentences.add(sentence))
    },
    warnings: () =>
      [...byCode].flatMap(([code, sentences]) => {
        const kept = [...sentences].slice(0, maxOfOneCode).map((sentence) => `${code}: ${sentence}`)
        const more = sentences.size - kept.length
        return more === 0 ? kept : [...kept, `${code}: and ${more} more like these`]
      }),
  }
}
