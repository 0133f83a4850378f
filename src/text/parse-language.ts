import { remember } from './remember.ts'

/** Names of languages that feeds write, and the countries that they take for languages; nothing else is guessed. */
// biome-ignore format: grouped in rows
const meant = new Map(
  Object.entries({
    english: 'en', german: 'de', deutsch: 'de', french: 'fr', spanish: 'es', italian: 'it', portuguese: 'pt',
    dutch: 'nl', russian: 'ru', japanese: 'ja', chinese: 'zh', korean: 'ko', swedish: 'sv', polish: 'pl',
    at: 'de', by: 'be', cn: 'zh', cz: 'cs', dk: 'da', gb: 'en', gr: 'el', jp: 'ja', rs: 'sr', ua: 'uk',
    us: 'en', vn: 'vi',
  }),
)

/** The tags that nearly all feeds write, canonical but for the case of their letters. */
const [common, commonRegions] = [
  'ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv nb nl nn no pl pt ro ru sk sl sq sr sv ta th tr uk vi zh',
  'AR AT AU BE BG BR CA CH CL CN CO CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IR IT JP KR LT LV MX NL NO NZ PE PL PT RO RS RU SE SG SI SK TR TW UA US VN ZA',
].map((codes) => new Set(codes.split(' ')))

/**
 * Whether CLDR knows the code of a language, script or region. Its names take 25 ms of CPU to load, so it is asked only about codes not in
 * the sets above.
 */
const isKnown = { language: openNames('language'), script: openNames('script'), region: openNames('region') }

function openNames(type: 'language' | 'script' | 'region'): (code: string) => boolean {
  let names: Intl.DisplayNames | undefined
  return (code) => {
    names ??= new Intl.DisplayNames('en', { type, fallback: 'none' })
    return names.of(code) !== undefined
  }
}

/** The variants that people write, of over a hundred that are registered. */
const variants = /^(1901|1996|valencia|oxendict|scouse|tarask|pinyin|wadegile|ekavsk|ijekavsk|polyton|monoton)$/

/**
 * A language as feeds write it, as a tag of BCP 47 (RFC 5646) in its canonical form: `fr_FR` is `fr-FR`, `en-uk` is `en-GB`, `iw` is `he`.
 * Of several languages the first is taken. An unknown script, region or variant is left out: validators of HTML and of feeds call a tag
 * with one an error, and "de-DE-formal" is German all the same.
 *
 * @returns `undefined` where there is no such language
 */
export const parseLanguage = remember(readLanguage, 1000)

function readLanguage(text: string): string | undefined {
  const first = text.slice(0, 200).split(/[,;]/)[0]?.trim() ?? ''
  const [word = '', ...words] = first.split(/\s+/)
  const language = meant.get(word.toLowerCase())
  // A sentence may begin with a word that is also a tag: "the" is a language of Nepal.
  if (language === undefined && words.length > 0) return undefined
  // Locales of POSIX: `de_DE.UTF-8@euro`.
  const tag = word.replace(/[.@].*$/, '').replaceAll('_', '-')
  if (language !== undefined) return language
  const [, plain = '', region] = /^([a-z]{2})(?:-([a-z]{2}))?$/i.exec(tag) ?? []
  const lower = plain.toLowerCase()
  const upper = region?.toUpperCase()
  if (common?.has(lower) && (upper === undefined || commonRegions?.has(upper)))
    return upper === undefined ? lower : `${lower}-${upper}`
  if (/^x(-[a-z0-9]{1,8})+$/i.test(tag)) return tag.length > 35 ? undefined : tag.toLowerCase()
  const [, code = ''] = /^([a-z]{2,3})(?:-|$)/i.exec(tag) ?? []
  // "zh-yue" is "yue" (section 4.5).
  const extended = tag.replace(/^[a-z]{2,3}-(?=[a-z]{3}(-|$))/i, '')
  const known = tag.length > 35 ? undefined : (canonical(tag) ?? canonical(extended) ?? canonical(code))
  if (known === undefined) return canonical(meant.get(code.toLowerCase()) ?? '')?.baseName
  const parts = [
    known.language,
    known.script !== undefined && isKnown.script(known.script) ? known.script : undefined,
    known.region !== undefined && isKnown.region(known.region) ? known.region : undefined,
    ...known.baseName.split('-').filter((part) => variants.test(part)),
  ]
  return parts.filter((part) => part !== undefined).join('-')
}

/** @returns `undefined` for a text that is no tag, or one of an unknown language */
function canonical(tag: string): Intl.Locale | undefined {
  // Finding this out by an exception would take a hundred times as long.
  if (tag === '') return undefined
  try {
    const locale = new Intl.Locale(Intl.getCanonicalLocales(tag)[0] ?? '')
    return isKnown.language(locale.language) ? locale : undefined
  } catch {
    return undefined
  }
}
