import type { Month } from '../../model.ts'

/** The twelve months that end with this one, oldest first, and the month after, whose start is the end of the twelfth. */
export function listMonthsUpTo(last: Month): Month[] {
  const [year = 0, month = 0] = last.split('-').map(Number)
  return Array.from({ length: 13 }, (_, index) =>
    new Date(Date.UTC(year, month - 12 + index)).toISOString().slice(0, 7),
  )
}
