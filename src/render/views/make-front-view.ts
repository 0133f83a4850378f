import type { Page } from '../../model.ts'
import type { FrontView } from '../../theme.ts'
import { groupEntries } from './group-entries.ts'
import { linkLanguage } from './link-language.ts'
import { linkMonth, linkSpan } from './link-span.ts'
import { linkTag } from './link-tag.ts'
import { listTags } from './list-tags.ts'
import { makeSubscriptionLists } from './make-subscription-views.ts'
import type { ViewContext } from './view-context.ts'

/** Categories shown beside the entries: those that most blogs use; /archive/ has all. */
const mostCategories = 20

export function makeFrontView(page: Extract<Page, { kind: 'front' }>, context: ViewContext): FrontView {
  const { planet, calendar } = context
  const grouped = planet.show.group === 'day'
  const { content, sidebar } = planet.show
  const fold = planet.show.fold || undefined
  const tags = planet.archive.tags ? [...listTags(planet).keys()] : []
  const months = [...new Set(page.entries.map(({ position }) => calendar.dayOf(position).slice(0, 7)))]
  return {
    days: groupEntries(page.entries, { days: grouped, blogs: grouped, namesBlog: true, content, fold }, context),
    older: linkSpan(page.older, context),
    sidebar,
    subscriptions: makeSubscriptionLists(context),
    tags: [
      ...tags.map((tag) => linkTag(tag, context)),
      ...(page.topics?.tags ?? []).slice(0, mostCategories).map(({ tag, name }) => linkTag(tag, context, name)),
    ],
    languages: (page.topics?.languages ?? []).map((language) => linkLanguage(language, context)),
    months: months.flatMap((month) => linkMonth(month, context) ?? []),
    updated: planet.updated
      ? { text: calendar.format(planet.updated, planet.show.time), iso: calendar.formatIso(planet.updated) }
      : null,
  }
}
