import type { WrittenTime } from './make-instant.ts'

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d{1,9})?)(?:Z|([+-])([01]\d):([0-5]\d))$/

/** RFC 3339, section 5.6, to the letter, as Atom requires (RFC 4287, section 3.3): the quick way, without trying other forms. */
export function parseRfc3339Date(text: string): WrittenTime | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, sign, hours = '0', minutes = '0'] = match
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    zone: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)),
  }
}
