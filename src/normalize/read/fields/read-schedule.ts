import type { FeedSchedule } from '../../../model.ts'
import type { Warn } from '../collect-warnings.ts'
import { elementsOf, type Fields, firstText, textOf } from '../xml/element.ts'

const minute = 60_000
const day = 24 * 60 * minute
const periods = new Map([
  ['hourly', 60 * minute],
  ['daily', day],
  ['weekly', 7 * day],
  ['monthly', 30 * day],
  ['yearly', 365 * day],
])
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** When a feed wants to be asked: RSS 2.0 `ttl`, `skipHours`, `skipDays`; `sy:updatePeriod` and `sy:updateFrequency`. */
export function readSchedule(fields: Fields, warn: Warn): FeedSchedule | undefined {
  const minutes = positive(firstText(fields, ['ttl']))
  const period = periods.get(firstText(fields, ['sy:updateperiod'])?.toLowerCase() ?? '')
  const frequency = positive(firstText(fields, ['sy:updatefrequency'])) ?? 1
  const interval = Math.max((minutes ?? 0) * minute, (period ?? 0) / frequency)
  const schedule = {
    interval: interval > 0 ? interval : undefined,
    skipHours: readSkipped(
      fields,
      'skiphours',
      'hour',
      (text) => (/^\d+$/.test(text) ? Number(text) % 24 : -1),
      24,
      warn,
    ),
    skipDays: readSkipped(fields, 'skipdays', 'day', (text) => days.indexOf(text.toLowerCase()), 7, warn),
  }
  const says = schedule.interval !== undefined || schedule.skipHours.length > 0 || schedule.skipDays.length > 0
  return says ? schedule : undefined
}

function readSkipped(
  fields: Fields,
  list: string,
  item: string,
  parse: (text: string) => number,
  all: number,
  warn: Warn,
): number[] {
  const items = (fields.get(list) ?? []).flatMap(elementsOf).filter(({ name }) => name === item)
  const found = items.map((element) => parse(textOf(element).trim())).filter((value) => value >= 0 && value < all)
  const skipped = [...new Set(found)].sort((a, b) => a - b)
  if (skipped.length < all) return skipped
  warn('SCHEDULE', `${list === 'skipdays' ? 'skipDays' : 'skipHours'} leaves no time to be asked at; it is passed over`)
  return []
}

function positive(text: string | undefined): number | undefined {
  const number = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
  return number > 0 ? number : undefined
}
