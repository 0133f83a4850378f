import { francAll } from 'franc-min'

/** Characters needed to tell a language by its trigrams; with fewer the guess may be wrong. */
const least = 500
/** Further characters add nothing to the guess. */
const most = 20_000

/** Languages by the codes of franc (ISO 639-3), with those of BCP 47 that feeds use. */
const codes = new Map(
  Object.entries({
    arb: 'ar',
    bul: 'bg',
    ces: 'cs',
    deu: 'de',
    eng: 'en',
    fra: 'fr',
    hun: 'hu',
    ind: 'id',
    ita: 'it',
    jpn: 'ja',
    kor: 'ko',
    nld: 'nl',
    pes: 'fa',
    pol: 'pl',
    por: 'pt',
    ron: 'ro',
    rus: 'ru',
    spa: 'es',
    swe: 'sv',
    tur: 'tr',
    ukr: 'uk',
    vie: 'vi',
    cmn: 'zh',
    tha: 'th',
    hin: 'hi',
    ben: 'bn',
  }),
)

/**
 * The language of a text, where there is hardly a doubt.
 *
 * @param html tags, addresses and code are ignored
 * @returns `undefined` where the text is short, or another language fits nearly as well
 */
export function findLanguage(html: string): { code: string; name: string } | undefined {
  const text = html
    .slice(0, most * 4)
    .replace(/<(pre|code)\b[^<]*|<[^<>]*>|https?:\S+|&\w+;/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, most)
  if (text.length < least) return undefined
  const [first, second] = francAll(text, { only: [...codes.keys()] })
  const code = codes.get(first?.[0] ?? '')
  if (code === undefined || (second !== undefined && second[1] > 0.985)) return undefined
  return { code, name: new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code }
}
