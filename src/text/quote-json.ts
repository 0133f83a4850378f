/** What JSON.stringify writes as a number, the commonest such signs apart; most of them are in no text that was cleaned. */
const rare = /[\0-\x08\x0b-\x1f]|\p{Cs}/u

/** A text as JSON, letter for letter as `JSON.stringify` writes it, in half of its time where the text is long. */
export function quoteJson(text: string): string {
  if (text.length < 100 || rare.test(text)) return JSON.stringify(text)
  const quoted = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${quoted.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`
}
