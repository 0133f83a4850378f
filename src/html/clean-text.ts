/** What neither XML 1.0 (section 2.2) nor HTML (section 13.2.3.5) lets stand in a text, and line ends of other systems. */
const unfit = /[\0-\x08\x0b-\x1f\x7f-\x9f]|\p{Cs}|\p{Noncharacter_Code_Point}/u
const unfitAll = /\r\n?|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/** What is written with the codes 128 to 159 means, in files and in browsers, the signs that windows-1252 has there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text that can be written as HTML and as XML and is the same when it is read again. */
export function cleanText(text: string): string {
  return unfit.test(text) ? text.replace(unfitAll, replace) : text
}

function replace(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code === 13) return '\n'
  const meant = code >= 0x80 && code <= 0x9f ? windows1252.charAt(code - 0x80) : ''
  return meant.charCodeAt(0) === code ? '' : meant
}
