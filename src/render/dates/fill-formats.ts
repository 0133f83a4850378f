import type { ShowOptions, ThemeOptions } from '../../model.ts'

/** Options of `show:` as the operator gave them. */
type GivenOptions = Omit<ShowOptions, 'date' | 'time' | 'fold'> & {
  date?: string | undefined
  time?: string | undefined
  fold?: number | undefined
}

/** Words of an entry on the front page. */
const foldedFrom = 400

/**
 * `show:` with its defaults where the operator says nothing: dates and times in English as on *Planet Jabber*, in other languages as is
 * usual there, and the number of words after which an entry of the front page is cut.
 */
export function fillFormats(
  show: GivenOptions,
  language: string,
  { base }: Pick<ThemeOptions, 'base'> = {},
): ShowOptions {
  const date = show.date ?? (/^en(-|$)/i.test(language) ? '%B %d, %Y' : '%Ex')
  // Planets of old show everything.
  const fold = show.fold ?? (base === 'classic' ? 0 : foldedFrom)
  return { ...show, fold, date, time: show.time ?? `${date} %H:%M` }
}
