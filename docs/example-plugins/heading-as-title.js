/** A post without a title has that of its first heading, which then stands there no more. */
export default function headingAsTitle(entry) {
  const [heading, , words] = /<(h[1-6])[^>]*>(.*?)<\/\1>/s.exec(entry.contentHtml ?? '') ?? []
  if (entry.title !== undefined || heading === undefined) return entry
  return { ...entry, titleHtml: words, contentHtml: entry.contentHtml.replace(heading, '') }
}
