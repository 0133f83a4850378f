/** The beginning of a plain text, cut between two words, unless that would lose half of it. */
export function cutWords(text: string, length: number): string {
  if (text.length <= length) return text
  const start = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
  const blank = start.lastIndexOf(' ')
  return `${start.slice(0, blank > length / 2 ? blank : undefined)}…`
}
