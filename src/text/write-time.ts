import { tzOffset } from '@date-fns/tz/tzOffset'

/**
 * An instant to the minute, with its zone: "2026-03-01 14:00 Europe/Berlin". For messages: times on pages are written by a calendar, which
 * knows languages and is slower to load.
 *
 * @param timezone IANA name
 */
export function writeTime(instant: Date, timezone: string): string {
  // `Intl`, which `tzOffset` uses, is slow to start, and UTC does not need it.
  const local = new Date(+instant + (timezone === 'UTC' ? 0 : tzOffset(timezone, instant)) * 60_000)
  return `${local.toISOString().slice(0, 16).replace('T', ' ')} ${timezone}`
}
