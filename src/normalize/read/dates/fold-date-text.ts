/** The zeros of the decimal digits that CLDR's languages write dates with, besides those that NFKC makes plain. */
const zeros = [...'٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᱐꩐꯰𑄶𞥐'].map((zero) => zero.codePointAt(0) ?? 0)

/**
 * A date's text as it is compared: small letters, compatibility forms made plain (NFKC), digits of any script as ours, one
 * apostrophe, no signs that take no place, one blank for any white space.
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

/** Letters that no accent makes. */
const plainLetters = new Map(Object.entries({ ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss' }))

/** A word of Latin, Greek or Cyrillic letters without accents, as people and software write it who cannot set them. */
export function stripAccents(word: string): string {
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłđøß]/g, (letter) => plainLetters.get(letter) ?? letter)
}
