/** Characters of the source of one text that are read. */
export const maxSource = 512 * 1024
/** Bytes of a text's HTML once it is made. */
export const maxContent = 512 * 1024
/** Bytes of an attribute that holds words for people. */
export const maxWords = 1024
/** Bytes of any other attribute. */
export const maxValue = 4096

/** The longest beginning of a text that fits in so many bytes of UTF-8. */
export function cutBytes(text: string, most: number): string {
  if (text.length * 3 <= most) return text
  const bytes = Buffer.from(text.slice(0, most + 1))
  if (text.length <= most && bytes.length <= most) return text
  let end = Math.min(most, bytes.length)
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.toString('utf8', 0, end)
}
