/**
 * What neither XML 1.0 (section 2.2) nor HTML (section 13.2.3.5) lets stand in a text, and line ends of other systems; and the
 * signs that change the direction of all that follows them (Unicode Bidirectional Algorithm, section 2): a title could turn
 * the page's own words around. For an honest text there are `dir`, `bdi` and `bdo`.
 */
const unfit = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/u
const unfitAll =
  /\r\n?|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/** A command to a terminal that carries text (ECMA-48, section 8.3.89): the address of a link, a title for the window. */
// Its end, 0x9C, may have been decoded as windows-1252 ("œ").
const orders = /(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x9dœ]{0,2000}(?:\x07|\x1b\\|[\x9cœ])/g

/** The codes 128 to 159 mean, in files and in browsers, the characters that windows-1252 has there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Clean a text so that it can be written as HTML and as XML, and is the same when read again. */
export function cleanText(text: string): string {
  return unfit.test(text) ? text.replace(orders, '').replace(unfitAll, replace) : text
}

function replace(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code === 13) return '\n'
  const meant = code >= 0x80 && code <= 0x9f ? windows1252.charAt(code - 0x80) : ''
  return meant.charCodeAt(0) === code ? '' : meant
}
