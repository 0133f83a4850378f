import { quote } from './quote.ts'

type Checked = { value: string } | { problem: string }

// biome-ignore format: grouped in rows
const names = new Map(
  Object.entries({
    english: 'en', german: 'de', deutsch: 'de', french: 'fr', français: 'fr', spanish: 'es', español: 'es',
    italian: 'it', italiano: 'it', portuguese: 'pt', dutch: 'nl', russian: 'ru', japanese: 'ja', chinese: 'zh',
    korean: 'ko', arabic: 'ar', hebrew: 'he', persian: 'fa', polish: 'pl', czech: 'cs', greek: 'el', turkish: 'tr',
    ukrainian: 'uk', swedish: 'sv', norwegian: 'no', danish: 'da', finnish: 'fi', hungarian: 'hu', romanian: 'ro',
  }),
)

/** Country codes that people write for a language, where no language has that code. */
// biome-ignore format: grouped in rows
const countries = new Map(
  Object.entries({
    at: 'de', by: 'be', cn: 'zh', cz: 'cs', dk: 'da', gb: 'en', gr: 'el', il: 'he', ir: 'fa', jp: 'ja',
    rs: 'sr', ua: 'uk', us: 'en', vn: 'vi',
  }),
)

/** Every language of two letters (ISO 639-1) is in CLDR; of those with three, many are not. */
const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * A language tag (BCP 47) that begins with a language of two or three letters, in its canonical form: "eng" is "en".
 */
export function checkLanguage(text: string): Checked {
  const tag = canonical(text)
  const country = tag === undefined ? undefined : countries.get(tag)
  const [, language] = /^([a-z]{2,3})(?:-|$)/.exec(tag ?? '') ?? []
  const exists = language !== undefined && (language.length === 3 || known.of(language) !== undefined)
  if (tag !== undefined && exists && country === undefined) return { value: tag }
  const repaired = text.replaceAll('_', '-')
  const meant = country ?? names.get(text.toLowerCase()) ?? (repaired === text ? undefined : canonical(repaired))
  return {
    problem: `${quote(text)} is no language${meant ? `; did you mean "${meant}"?` : '; expected its short form, for example en or pt-BR'}`,
  }
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
