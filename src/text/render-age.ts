const day = 86_400_000

/** How long ago an instant was, in the largest unit that fits: "today", "3 days ago", "5 months ago", "2 years ago". */
export function renderAge(instant: Date, now: Date): string {
  const days = Math.floor((+now - +instant) / day)
  if (days < 0) return 'in the future'
  if (days === 0) return 'today'
  if (days < 60) return ago(days, 'day')
  return days < 730 ? ago(Math.floor(days / 30.44), 'month') : ago(Math.floor(days / 365.25), 'year')
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}
