const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The three forms of RFC 9110, section 5.6.7: today's, that of RFC 850, and that of C's asctime. The weekday is ignored. */
const fixed = /^[a-z]+, +(\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) +(\d{2}):(\d{2}):(\d{2}) +(?:gmt|utc|\+0000)$/i
const asctime = /^[a-z]+ +([a-z]{3}) +(\d{1,2}) +(\d{2}):(\d{2}):(\d{2}) +(\d{4})$/i

/** An HTTP-date as an instant; `undefined` where the text is none. */
export function parseHttpDate(text: string | undefined): Date | undefined {
  const given = text?.trim() ?? ''
  const [, day, month, year, ...time] = fixed.exec(given) ?? []
  if (year !== undefined) return makeDate(year, month, day, time)
  const [, otherMonth, otherDay, hour, minute, second, otherYear] = asctime.exec(given) ?? []
  return otherYear === undefined ? undefined : makeDate(otherYear, otherMonth, otherDay, [hour, minute, second])
}

function makeDate(year: string, month = '', day: string | undefined, time: (string | undefined)[]): Date | undefined {
  const place = months.indexOf(month.toLowerCase())
  const whole = Number(year) < 70 ? 2000 + Number(year) : Number(year) < 100 ? 1900 + Number(year) : Number(year)
  const [hour, minute, second] = time.map(Number)
  const instant = new Date(Date.UTC(whole, place, Number(day), hour, minute, second))
  return place === -1 || instant.getUTCDate() !== Number(day) ? undefined : instant
}
