import type { Month, Page } from '../../model.ts'
import type { BlogPageView, LanguageView, LinkView, TagView } from '../../theme.ts'
import { nameLanguage } from '../name-language.ts'
import { blogPath, feedBeside, languagePath, tagPath } from '../paths/page-path.ts'
import { groupEntries } from './group-entries.ts'
import { linkMonth } from './link-span.ts'
import { linkTag } from './link-tag.ts'
import { makeBlogView } from './make-blog-view.ts'
import { makeSparkline } from './make-sparkline.ts'
import { nameTag } from './name-tag.ts'
import { readsFromRight } from './reads-from-right.ts'
import { tellPostCounts } from './tell-post-counts.ts'
import type { ViewContext } from './view-context.ts'

export function makeBlogPageView(page: Extract<Page, { kind: 'blog' }>, context: ViewContext): BlogPageView {
  const { calendar, planet } = context
  const { source, publicUrl, about, span, active } = page.subscription
  const language = source.language ?? about?.language ?? ''
  const date = (instant: Date | undefined) =>
    instant === undefined
      ? null
      : { text: calendar.format(instant, planet.show.date), iso: calendar.formatIso(instant) }
  const grouping = {
    days: false,
    blogs: false,
    namesBlog: false,
    content: planet.show.content,
    most: planet.show.blogFull,
  }
  return {
    blog: makeBlogView(source.url, context),
    feed: publicUrl ?? '',
    ownFeed: planet.outputs.includes('atom') ? context.link(feedBeside(blogPath(page.slug))) : '',
    description: about?.subtitle ?? '',
    language,
    languageName: nameLanguage(language.toLowerCase().split('-')[0] ?? ''),
    direction: language === '' ? 'auto' : readsFromRight(language) ? 'rtl' : 'ltr',
    isListed: active,
    tags: planet.archive.tags && active ? [...new Set(source.tags)].map((tag) => linkTag(tag, context)) : [],
    first: date(span?.first),
    last: date(span?.last),
    rhythm:
      page.postCounts.length === 0
        ? null
        : { ...makeSparkline(page.postCounts), text: tellPostCounts(page.subscription, page.postCounts, context) },
    days: groupEntries(page.entries, grouping, context),
    more: linkMonths(page.more, context),
  }
}

export function makeTagView(page: Extract<Page, { kind: 'tag' }>, context: ViewContext): TagView {
  const { planet } = context
  const days = planet.show.group === 'day'
  const grouping = { days, blogs: days, namesBlog: true, content: planet.show.content, most: planet.show.blogFull }
  return {
    heading: nameTag(page.tag, planet, page.name),
    ownFeed: planet.outputs.includes('atom') ? context.link(feedBeside(tagPath(page.tag))) : '',
    blogs: page.feeds.map((feed) => makeBlogView(feed, context)),
    days: groupEntries(page.entries, grouping, context),
    more: linkMonths(page.more, context),
  }
}

export function makeLanguageView(page: Extract<Page, { kind: 'language' }>, context: ViewContext): LanguageView {
  const { planet } = context
  const days = planet.show.group === 'day'
  const grouping = { days, blogs: days, namesBlog: true, content: planet.show.content, most: planet.show.blogFull }
  return {
    heading: nameLanguage(page.language),
    language: page.language,
    direction: readsFromRight(page.language) ? 'rtl' : 'ltr',
    ownFeed: planet.outputs.includes('atom') ? context.link(feedBeside(languagePath(page.language))) : '',
    days: groupEntries(page.entries, grouping, context),
    more: linkMonths(page.more, context),
  }
}

function linkMonths(months: Month[], context: ViewContext): LinkView[] {
  return months.flatMap((month) => linkMonth(month, context) ?? [])
}
