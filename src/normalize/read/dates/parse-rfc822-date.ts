import type { WrittenTime } from './make-instant.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const form =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC?|Z|([+-])(\d{2})(\d{2}))$/

/**
 * RFC 822 in the form of RFC 2822, section 3.3, to the letter, as three quarters of all feeds write it: the quick way, without trying other
 * forms. The weekday must be English, too, since beside another one the month only looks English.
 */
export function parseRfc822Date(text: string): WrittenTime | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [, day, name = '', year, hour, minute, second, sign, hours = '0', minutes = '0'] = match
  const month = months.indexOf(name) + 1
  if (month === 0) return undefined
  const zone = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return {
    year: Number(year),
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    zone,
  }
}
