import { findNearest } from './find-nearest.ts'

type Checked = { value: string } | { problem: string }

/** An IANA time zone that this Node knows. */
export function checkTimezone(text: string): Checked {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    if (!/^[+-]/.test(text)) return { value: text }
  } catch {
    // Said below.
  }
  const zones = Intl.supportedValuesOf('timeZone')
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${text.toLowerCase().replaceAll(' ', '_')}`))
  const meant = city ?? findNearest(text, zones)
  return { problem: `"${text}" is no time zone${meant ? `; did you mean "${meant}"?` : ', for example Europe/Berlin'}` }
}

const names: Record<string, string> = {
  ...{ english: 'en', german: 'de', deutsch: 'de', french: 'fr', français: 'fr', spanish: 'es', español: 'es' },
  ...{ italian: 'it', italiano: 'it', portuguese: 'pt', dutch: 'nl', russian: 'ru', japanese: 'ja', chinese: 'zh' },
  ...{ korean: 'ko', arabic: 'ar', hebrew: 'he', persian: 'fa', polish: 'pl', czech: 'cs', greek: 'el', turkish: 'tr' },
  ...{ ukrainian: 'uk', swedish: 'sv', norwegian: 'no', danish: 'da', finnish: 'fi', hungarian: 'hu', romanian: 'ro' },
}

/** A language tag (BCP 47) that begins with a language of two or three letters, in its canonical form. */
export function checkLanguage(text: string): Checked {
  try {
    const [tag] = Intl.getCanonicalLocales(text)
    if (tag !== undefined && /^[a-z]{2,3}(-|$)/.test(tag)) return { value: tag }
  } catch {
    // Said below.
  }
  const repaired = text.replaceAll('_', '-')
  const meant = names[text.toLowerCase()] ?? (repaired === text ? undefined : canonical(repaired))
  return {
    problem: `"${text}" is no language tag${meant ? `; did you mean "${meant}"?` : ', for example en or pt-BR'}`,
  }
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
