/** A tag up to the "=" of an attribute: all values before it are whole. */
const openTag = /^<[a-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*=\s*$/i

/** Longer tags are not looked through. */
const longest = 5_000

/**
 * Add the second quote to the value that lacks it: else the value goes on to the end of the text, and all that stands behind its tag is lost, as
 * in a browser. The value ends with its tag.
 */
export function closeQuote(text: string): string {
  return closeOne(closeOne(text, '"'), "'")
}

/** The last quote of a sound text ends a value; one that begins a value has no second. */
function closeOne(text: string, quote: string): string {
  const at = text.lastIndexOf(quote)
  if (at < 0 || !/[=\s]/.test(text.charAt(at - 1))) return text
  const start = text.lastIndexOf('<', at)
  if (start < 0 || at - start > longest || !openTag.test(text.slice(start, at))) return text
  const end = text.indexOf('>', at)
  const value = text.slice(at + 1, end)
  return end < 0 || value.includes('<') ? text : text.slice(0, end) + quote + text.slice(end)
}
