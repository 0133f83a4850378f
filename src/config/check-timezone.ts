import { findNearest } from './find-nearest.ts'
import { quote } from './quote.ts'

type Checked = { value: string } | { problem: string }

/** An IANA time zone that this Node knows. */
export function checkTimezone(text: string): Checked {
  const zones = Intl.supportedValuesOf('timeZone')
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    const canonical = zones.find((zone) => zone.toLowerCase() === text.toLowerCase())
    if (!/^[+-]/.test(text)) return { value: canonical ?? text }
  } catch {
    // Said below.
  }
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${text.toLowerCase().replaceAll(' ', '_')}`))
  const meant = city ?? findNearest(text, zones)
  return {
    problem: `${quote(text)} is no time zone${meant ? `; did you mean "${meant}"?` : '; expected for example Europe/Berlin'}`,
  }
}
