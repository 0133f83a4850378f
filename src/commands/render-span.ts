const hour = 3_600_000
const day = 24 * hour

/** A length of time in words: "< 1 h", "5 h", "40 d", "3 months", and after twelve of them "1 year", "2 years". */
export function renderSpan(milliseconds: number): string {
  const hours = Math.floor(milliseconds / hour)
  const days = Math.floor(milliseconds / day)
  if (hours < 1) return '< 1 h'
  if (days < 1) return `${hours} h`
  if (days <= 60) return `${days} d`
  if (days < 365) return `${Math.floor(days / 30.44)} months`
  const years = Math.floor(days / 365)
  return `${years} ${years === 1 ? 'year' : 'years'}`
}
