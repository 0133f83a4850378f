/** What feeds write in words; nothing else is guessed. */
const names = new Map(
  Object.entries({
    ...{ english: 'en', german: 'de', deutsch: 'de', french: 'fr', spanish: 'es', italian: 'it', portuguese: 'pt' },
    ...{ dutch: 'nl', russian: 'ru', japanese: 'ja', chinese: 'zh', korean: 'ko', swedish: 'sv', polish: 'pl' },
  }),
)

/**
 * A language as feeds write it, as a tag of BCP 47 (RFC 5646) in its usual case: `fr_FR` is `fr-FR`, `EN-us` is `en-US`.
 * Of several the first is taken.
 *
 * @returns `undefined` for what is no such tag
 */
export function parseLanguage(text: string): string | undefined {
  const first = text.split(/[,;]/)[0]?.trim() ?? ''
  const [word = '', ...words] = first.split(/\s+/)
  const named = names.get(word.toLowerCase())
  // A sentence may begin with what looks like a tag: "the" is spoken in Nepal.
  if (named === undefined && words.length > 0) return undefined
  // Locales of POSIX: `de_DE.UTF-8@euro`.
  const tag = named ?? word.replace(/[.@].*$/, '').replaceAll('_', '-')
  const parts = tag.split('-')
  const [language = '', ...others] = parts
  if (!/^[a-z]{2,3}$/i.test(language) && !/^x$/i.test(language)) return undefined
  if (tag.length > 35 || !others.every((part) => /^[a-z0-9]{1,8}$/i.test(part))) return undefined
  // A single letter begins an extension, and must be followed by something.
  if (/^[a-z0-9]$/i.test(parts.at(-1) ?? '')) return undefined
  return [language.toLowerCase(), ...others.map((part, index) => makeCase(part, others.slice(0, index)))].join('-')
}

/** Scripts are written `Hant`, regions `TW`, all else small; behind a single letter all is small (section 2.1.1). */
function makeCase(part: string, before: string[]): string {
  if (before.some((other) => other.length === 1)) return part.toLowerCase()
  if (/^[a-z]{4}$/i.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
  return /^[a-z]{2}$/i.test(part) ? part.toUpperCase() : part.toLowerCase()
}
