import type { Month } from '../../model.ts'

/** Twelve months that end with this one, oldest first, and the one after it, with which its days end. */
export function listMonthsUpTo(last: Month): Month[] {
  const [year = 0, month = 0] = last.split('-').map(Number)
  return Array.from({ length: 13 }, (_, index) =>
    new Date(Date.UTC(year, month - 12 + index)).toISOString().slice(0, 7),
  )
}
