const textOf = (html) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim().toLowerCase()

/** A first line that only says the title again, or who wrote it ("by Ana"), is left out. */
export default function dropRepeats(entry) {
  const [line, , words] = /^\s*<(p|h[1-6])\b[^>]*>(.*?)<\/\1>/s.exec(entry.contentHtml ?? '') ?? []
  if (line === undefined) return entry
  const said = textOf(words)
  const names = entry.authors.map(({ name }) => name?.toLowerCase()).filter(Boolean)
  const isRepeat = said === entry.title?.toLowerCase() || names.some((name) => said === name || said === `by ${name}`)
  return isRepeat ? { ...entry, contentHtml: entry.contentHtml.slice(line.length) } : entry
}
