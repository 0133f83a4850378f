/** Attributes of one tag that are kept: a feed may write a million. */
const maxAttributes = 1000

/**
 * What htmlparser2's tokenizer is given to gather the attributes of a tag: names in small letters, of two of one name the first, and no
 * more than the first thousand. A tag that begins calls `begin`.
 */
export function collectAttributes(xml: string) {
  let name = ''
  let value = ''
  let attributes = new Map<string, string>()
  return {
    begin(): void {
      attributes = new Map()
    },
    attributes: () => attributes,
    handlers: {
      onattribname(start: number, end: number) {
        name = xml.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start: number, end: number) {
        value += xml.slice(start, end)
      },
      onattribentity(code: number) {
        value += String.fromCodePoint(code)
      },
      onattribend() {
        if (attributes.size < maxAttributes && !attributes.has(name)) attributes.set(name, value)
      },
    },
  }
}
