/** The zeros of the digits in which CLDR's languages write dates, besides those that NFKC converts. */
const zeros = [...'٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᱐꩐꯰𑄶𞥐'].map((zero) => zero.codePointAt(0) ?? 0)

/**
 * A date's text as it is compared: lower case, compatibility forms folded (NFKC), digits of any script as 0 to 9, one kind of apostrophe,
 * no invisible format characters, one blank for any white space.
 */
export function foldDateText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bb\u02bc\u02b9\u05f3`]/g, "'")
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, toDigit)
    .toLowerCase()
    .replace(/i\u0307/g, 'i') // a capital dotted I (Turkish) is an i, not an i with one dot more
    .replace(/\s+/g, ' ')
    .trim()
}

function toDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((first) => code >= first && code < first + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** Letters whose mark NFD does not separate. */
const plainLetters = new Map(Object.entries({ ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss' }))

/** A word of Latin, Greek or Cyrillic letters without its accents, as people and software write it that cannot type them. */
export function stripAccents(word: string): string {
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłđøß]/g, (letter) => plainLetters.get(letter) ?? letter)
}
