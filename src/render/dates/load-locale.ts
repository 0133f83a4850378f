import type { Locale } from 'date-fns'
import { enUS } from 'date-fns/locale/en-US'
import { listNearestLanguages } from '../../text/list-nearest-languages.ts'

/** The locale that comes nearest to a language: "de-AT", else "de"; else English. @param language BCP 47 */
export async function loadLocale(language: string): Promise<Locale> {
  for (const name of listNearestLanguages(language)) {
    // English is already loaded: there are no files to look for.
    if (/^en(-US)?$/.test(name)) return enUS
    if (!/^[a-zA-Z-]+$/.test(name)) continue
    try {
      const module = (await import(/* @vite-ignore */ `date-fns/locale/${name}`)) as Record<string, Locale>
      const [locale] = Object.values(module)
      if (locale !== undefined) return locale
    } catch {
      // Not every language is there: the next name is tried.
    }
  }
  return enUS
}
