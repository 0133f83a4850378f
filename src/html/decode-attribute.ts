const references = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
])

/** The value of an attribute that `renderHtml` wrote, or `escapeXml`. */
export function decodeAttribute(value: string): string {
  return value.includes('&')
    ? value.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => references.get(sign) ?? sign)
    : value
}
