import type { Page } from '../../model.ts'
import { nameLanguage } from '../name-language.ts'
import { nameSpan } from './link-span.ts'
import { nameTag } from './name-tag.ts'
import type { ViewContext } from './view-context.ts'

/** The name of a page where somebody shares it, without the planet's name; for the front page, the planet's name. */
export function namePage(page: Page, context: ViewContext): string {
  const { planet, translate } = context
  switch (page.kind) {
    case 'front':
      return planet.title
    case 'day':
      return nameSpan(page.day, context)
    case 'month':
      return nameSpan(page.month, context)
    case 'year':
      return nameSpan(page.year, context)
    case 'week':
      return [page.first, page.last].map((day) => nameSpan(day, context)).join(' – ')
    case 'blog':
      return page.subscription.name
    case 'tag':
      return nameTag(page.tag, planet, page.name)
    case 'language':
      return nameLanguage(page.language)
    case 'links':
      return translate('popular')
    default:
      return translate(page.kind)
  }
}
