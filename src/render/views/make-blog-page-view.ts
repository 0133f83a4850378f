import type { Month, Page } from '../../model.ts'
import { nameLanguage } from '../name-language.ts'
import { blogPath, feedBeside, languagePath, tagPath } from '../paths/page-path.ts'
import { type DayView, groupEntries } from './group-entries.ts'
import { type LinkView, linkMonth } from './link-span.ts'
import { linkTag } from './link-tag.ts'
import { type BlogView, makeBlogView } from './make-blog-view.ts'
import { nameTag } from './name-tag.ts'
import { readsFromRight } from './reads-from-right.ts'
import type { ViewContext } from './view-context.ts'

/** The page of a blog, as its template sees it. */
export type BlogPageView = {
  blog: BlogView
  /** Its feed, at the blog; empty where readers must not know it. */
  feed: string
  /** The feed that the planet makes of it; empty where there is none. */
  ownFeed: string
  /** What it says of itself; empty where it says nothing. */
  description: string
  language: string
  direction: 'ltr' | 'rtl' | 'auto'
  isListed: boolean
  tags: LinkView[]
  /** Of its oldest and newest entry. */
  first: { text: string; iso: string } | null
  last: { text: string; iso: string } | null
  /** One group without a heading, or none. */
  days: DayView[]
  /** Months that have more. */
  more: LinkView[]
}

/** The page of a tag, as its template sees it. */
export type TagView = { heading: string; ownFeed: string; blogs: BlogView[]; days: DayView[]; more: LinkView[] }

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
    direction: language === '' ? 'auto' : readsFromRight(language) ? 'rtl' : 'ltr',
    isListed: active,
    tags: planet.archive.tags && active ? [...new Set(source.tags)].map((tag) => linkTag(tag, context)) : [],
    first: date(span?.first),
    last: date(span?.last),
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

/** The page of a language, as its template sees it. */
export type LanguageView = Omit<TagView, 'blogs'> & { language: string; direction: 'ltr' | 'rtl' }

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
