import { remember } from './remember.ts'

/** What feeds write in words, and the countries that they take for languages; nothing else is guessed. */
const meant = new Map(
  Object.entries({
    ...{ english: 'en', german: 'de', deutsch: 'de', french: 'fr', spanish: 'es', italian: 'it', portuguese: 'pt' },
    ...{ dutch: 'nl', russian: 'ru', japanese: 'ja', chinese: 'zh', korean: 'ko', swedish: 'sv', polish: 'pl' },
    ...{ at: 'de', by: 'be', cn: 'zh', cz: 'cs', dk: 'da', gb: 'en', gr: 'el', jp: 'ja', rs: 'sr', ua: 'uk' },
    ...{ us: 'en', vn: 'vi' },
  }),
)

/** Languages, scripts and regions by their codes, as CLDR has them. */
const [languages, scripts, regions] = (['language', 'script', 'region'] as const).map(
  (type) => new Intl.DisplayNames('en', { type, fallback: 'none' }),
)

/** Of over a hundred variants that are registered, those that people write. */
const variants = /^(1901|1996|valencia|oxendict|scouse|tarask|pinyin|wadegile|ekavsk|ijekavsk|polyton|monoton)$/

/**
 * A language as feeds write it, as a tag of BCP 47 (RFC 5646) in its canonical form: `fr_FR` is `fr-FR`, `en-uk` is `en-GB`, `iw` is `he`.
 * Of several the first is taken. A script, region or variant that is none is left out: validators of HTML and of feeds take a tag with
 * one for an error, and "de-DE-formal" is German all the same.
 *
 * @returns `undefined` for what is no language that there is
 */
export const parseLanguage = remember(readLanguage, 1000)

function readLanguage(text: string): string | undefined {
  const first = text.slice(0, 200).split(/[,;]/)[0]?.trim() ?? ''
  const [word = '', ...words] = first.split(/\s+/)
  const language = meant.get(word.toLowerCase())
  // A sentence may begin with what looks like a tag: "the" is spoken in Nepal.
  if (language === undefined && words.length > 0) return undefined
  // Locales of POSIX: `de_DE.UTF-8@euro`.
  const tag = word.replace(/[.@].*$/, '').replaceAll('_', '-')
  if (language !== undefined) return language
  if (/^x(-[a-z0-9]{1,8})+$/i.test(tag)) return tag.length > 35 ? undefined : tag.toLowerCase()
  const [, code = ''] = /^([a-z]{2,3})(?:-|$)/i.exec(tag) ?? []
  // "zh-yue" is "yue" (section 4.5).
  const extended = tag.replace(/^[a-z]{2,3}-(?=[a-z]{3}(-|$))/i, '')
  const known = tag.length > 35 ? undefined : (canonical(tag) ?? canonical(extended) ?? canonical(code))
  if (known === undefined) return canonical(meant.get(code.toLowerCase()) ?? '')?.baseName
  const parts = [
    known.language,
    known.script !== undefined && scripts?.of(known.script) !== undefined ? known.script : undefined,
    known.region !== undefined && regions?.of(known.region) !== undefined ? known.region : undefined,
    ...known.baseName.split('-').filter((part) => variants.test(part)),
  ]
  return parts.filter((part) => part !== undefined).join('-')
}

/** @returns nothing for what is no tag, or of a language that nobody speaks */
function canonical(tag: string): Intl.Locale | undefined {
  // To have it found out by an exception takes a hundred times as long.
  if (tag === '') return undefined
  try {
    const locale = new Intl.Locale(Intl.getCanonicalLocales(tag)[0] ?? '')
    return languages?.of(locale.language) === undefined ? undefined : locale
  } catch {
    return undefined
  }
}
