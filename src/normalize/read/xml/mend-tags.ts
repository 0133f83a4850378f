/** Sections and comments, in which tags are not looked for; matching them skips them. */
const passed = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?-->/

/**
 * A tag without its ">", all attributes quoted: the next tag begins in it. Its length is limited: for a million attributes, the expression
 * would keep more backtracking states than there is room for. The name must be whole: else each of its letters would be tried as the last.
 */
const unended = /<\/?[A-Za-z_][\w:.-]*(?![\w:.-])(?:[^<>"']|"[^"<]*"|'[^'<]*'){0,10000}(?=<)/

/** A tag whose last attribute lacks its closing quote: the value would go on to the first quote of another tag. */
const unquoted =
  /(<[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,1000}\s+[\w:.-]+\s*=\s*)("[^\s"<>]*?|'[^\s'<>]*?)(\s*\/?>)(?=[^"'<]*<\/?[A-Za-z])/

/**
 * The same before other attributes: the value goes on to the first quote of the next one, whose own value then follows without its first quote.
 * Where that lacks its second, too, the tag is left: what stands behind it would be taken for its value.
 */
const overrun =
  /(=\s*)(?:("[^\s"<>]+)(\s+[\w:.-]+\s*=\s*")(?=[^\s"'<>/][^"<>]*")|('[^\s'<>]+)(\s+[\w:.-]+\s*=\s*')(?=[^\s"'<>/][^'<>]*'))/

/** The beginning of an end tag, and nothing of the rest. */
const stub = /<\/(?=\s*<)/

const all = new RegExp(`${passed.source}|${stub.source}|(${unended.source})|${unquoted.source}|${overrun.source}`, 'g')

/**
 * Add the ">" or the quote that a tag lacks, where nothing else can have been meant: `<language<item>`, `<guid isPermaLink="true>`,
 * `<enclosure url="/a.mp3 type="audio/mpeg">`.
 *
 * @param xml not well-formed
 */
export function mendTags(xml: string): string {
  return xml.replace(all, (whole, ...groups: (string | undefined)[]) => {
    const [open, before, value, end, equals, double, afterDouble, single, afterSingle] = groups
    if (whole === '</') return ''
    if (open !== undefined) return `${open.trimEnd()}>`
    if (before !== undefined) return `${before}${value}${value?.[0]}${end}`
    return equals === undefined
      ? whole
      : `${equals}${double ?? single}${double?.[0] ?? "'"}${afterDouble ?? afterSingle}`
  })
}
