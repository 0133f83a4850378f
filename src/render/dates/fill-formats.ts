import type { ShowOptions } from '../../model.ts'

/** Options of `show:` as the operator gave them. */
type GivenOptions = Omit<ShowOptions, 'date' | 'time'> & { date?: string | undefined; time?: string | undefined }

/** The formats of dates and times, where the operator gives none: in English as on *Planet Jabber*, else as the language has them. */
export function fillFormats(show: GivenOptions, language: string): ShowOptions {
  const date = show.date ?? (/^en(-|$)/i.test(language) ? '%B %d, %Y' : '%Ex')
  return { ...show, date, time: show.time ?? `${date} %H:%M` }
}
