import { elements } from '../../../html/elements.ts'

/** A title without CDATA and comments, of a length that titles have. */
const titles =
  /(<((?:[\w.-]{1,20}:)?title)(?:\s[^<>]{0,200})?>)((?:[^<]|<(?!!|\/?(?:[\w.-]{1,20}:)?title[\s>])){1,2000})(?=<\/\2\s*>)/gi

/** Where a start tag without attributes begins. */
const bareTag = /<(?=([A-Za-z][\w.-]*)[,<>])/g

/**
 * Escape angle brackets in a title that its feed did not escape: "List<String> in Java". A tag without an end tag, whose name is no element
 * of HTML, is no markup.
 *
 * @param xml not well-formed: in a sound document every tag has an end
 */
export function keepBareTags(xml: string): string {
  return xml.replace(titles, (whole, start: string, _name, inner: string) => {
    if (!inner.includes('<')) return whole
    const ended = new Set([...inner.matchAll(/<\/([\w.-]+)/g)].map(([, name]) => name))
    return (
      start +
      inner.replace(bareTag, (tag, name: string) =>
        elements.has(name.toLowerCase()) || ended.has(name) ? tag : '&lt;',
      )
    )
  })
}
