/** Titles of at most 80 letters, cut between words. */
export default function shortenTitles(entry) {
  if (entry.title === undefined || entry.title.length <= 80) return entry
  return { ...entry, title: `${entry.title.slice(0, 80).replace(/\s+\S*$/, '')}…` }
}
