import { findOwn } from '../../text/find-own.ts'
import { listNearestLanguages } from '../../text/list-nearest-languages.ts'
import { en } from './en.ts'
import { languages } from './languages.ts'
import { openMessages, type Translate } from './open-messages.ts'

/** The site's words in the nearest language; in English where none is near. Only that language's words are loaded. */
export async function loadMessages(language: string): Promise<Translate> {
  const nearest = listNearestLanguages(language).find((name) => findOwn(languages, name) !== undefined) ?? 'en'
  const load = findOwn(languages, nearest)
  return openMessages(nearest, (await load?.()) ?? en)
}
