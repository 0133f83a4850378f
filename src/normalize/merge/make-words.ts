import type { EntryKeys } from '../../model.ts'

/** Title and text, without the day in each key; only of texts of at least 200 letters, since the key of a shorter text has an instant. */
export function makeWords({ titleDay, textDay }: Partial<EntryKeys>): string | undefined {
  if (titleDay === undefined || textDay === undefined || !/^\S{10} /.test(textDay)) return undefined
  return `${titleDay.slice(titleDay.indexOf(' '))} ${textDay.slice(textDay.indexOf(' '))}`
}
