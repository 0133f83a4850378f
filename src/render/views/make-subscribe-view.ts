import type { Page } from '../../model.ts'
import type { SubscribeView } from '../../theme.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { digestPath, feedBeside, languagePath, tagPath } from '../paths/page-path.ts'
import { linkLanguage } from './link-language.ts'
import { linkTag } from './link-tag.ts'
import { listTags } from './list-tags.ts'
import type { ViewContext } from './view-context.ts'

export function makeSubscribeView(page: Extract<Page, { kind: 'subscribe' }>, context: ViewContext): SubscribeView {
  const { planet } = context
  const hasFeeds = planet.outputs.includes('atom')
  const own = planet.archive.tags ? [...listTags(planet).keys()].map((tag) => ({ tag, name: undefined })) : []
  const tags = hasFeeds ? [...own, ...(page.topics?.tags ?? [])] : []
  const languages = hasFeeds ? (page.topics?.languages ?? []) : []
  const digests = planet.digest ?? []
  return {
    digests: digests.map((kind) => ({
      text: context.translate(kind === 'weekly' ? 'digestWeekly' : 'digestDaily'),
      address: makeSiteUrl(digestPath(kind), planet),
    })),
    list: planet.outputs.includes('opml') ? makeSiteUrl('opml.xml', planet) : '',
    tags: tags.map(({ tag, name }) => ({
      ...linkTag(tag, context, name),
      address: makeSiteUrl(feedBeside(tagPath(tag)), planet),
    })),
    languages: languages.map((language) => ({
      ...linkLanguage(language, context),
      address: makeSiteUrl(feedBeside(languagePath(language)), planet),
    })),
  }
}
