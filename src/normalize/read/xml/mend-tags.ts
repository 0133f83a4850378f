/** What tags are not looked for in: sections and comments; it takes part so that they are passed over. */
const passed = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?-->/

/**
 * A tag, its attributes all quoted, that the next one begins in: its own end was forgotten. Of a length that tags have: of a million
 * attributes, expressions keep more places to go back to than they have room for. The name is whole: else each of its letters would be
 * tried as the last.
 */
const unended = /<\/?[A-Za-z_][\w:.-]*(?![\w:.-])(?:[^<>"']|"[^"<]*"|'[^'<]*'){0,10000}(?=<)/

/** A tag whose last attribute lacks the second quote: its value would go on to the first quote of another tag. */
const unquoted =
  /(<[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,1000}\s+[\w:.-]+\s*=\s*)("[^\s"<>]*?|'[^\s'<>]*?)(\s*\/?>)(?=[^"'<]*<\/?[A-Za-z])/

const all = new RegExp(`${passed.source}|(${unended.source})|${unquoted.source}`, 'g')

/**
 * Give tags the end or the quote that they lack, where nothing else can have been meant: `<language<item>`, `<guid isPermaLink="true>`.
 *
 * @param xml not well-formed
 */
export function mendTags(xml: string): string {
  return xml.replace(all, (whole, open?: string, before?: string, value?: string, end?: string) => {
    if (open !== undefined) return `${open.trimEnd()}>`
    return before === undefined ? whole : `${before}${value}${value?.[0]}${end}`
  })
}
