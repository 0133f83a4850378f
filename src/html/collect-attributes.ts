/** Attributes that are kept of one tag: a feed may write a million. */
const maxAttributes = 1000

/**
 * Callbacks for htmlparser2's tokenizer that gather the attributes of a tag: names in lower case, of two with one name the first, at most a
 * thousand. Call `begin` where a tag begins.
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
