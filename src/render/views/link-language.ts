import type { LinkView } from '../../theme.ts'
import { nameLanguage } from '../name-language.ts'
import { languagePath } from '../paths/page-path.ts'
import type { ViewContext } from './view-context.ts'

/** The page of a language, under the language's own name. */
export function linkLanguage(language: string, { link }: ViewContext): LinkView {
  return { text: nameLanguage(language), link: link(languagePath(language)) }
}
