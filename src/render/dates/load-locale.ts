import type { Locale } from 'date-fns'
import { enUS } from 'date-fns/locale/en-US'
import { findOwn } from '../../text/find-own.ts'

/** The locale that comes nearest to a language: "de-AT", else "de"; else English. @param language BCP 47 */
export async function loadLocale(language: string): Promise<Locale> {
  const names = [
    language,
    language.split('-').slice(0, 2).join('-'),
    language.split('-')[0],
    findOwn(regional, language),
  ]
  for (const name of names) {
    if (name === undefined || !/^[a-zA-Z-]+$/.test(name)) continue
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

/** Languages that date-fns knows by a region or another name only. */
const regional: Record<string, string> = { en: 'en-US', zh: 'zh-CN', fa: 'fa-IR', no: 'nb' }
