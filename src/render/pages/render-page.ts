import type { Page, SiteFile } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import { makePageUrl } from '../paths/make-site-url.ts'
import { pagePath, relativeLink } from '../paths/page-path.ts'
import type { Templates } from '../theme/open-templates.ts'
import { indexSubscriptions } from '../views/index-subscriptions.ts'
import { makePageView } from '../views/make-page-view.ts'
import { makeSiteView } from '../views/make-site-view.ts'
import type { ViewContext } from '../views/view-context.ts'

/** What all pages of one rendering share. */
export type RenderContext = Omit<ViewContext, 'subscriptions' | 'blogs' | 'link'> & { templates: Templates }

/** One page as a file of the site. The same page gives the same bytes: nothing here depends on the time. */
export function renderPage(page: Page, { templates, ...shared }: RenderContext): SiteFile {
  const path = pagePath(page)
  // A server shows the 404 page at any address, so its links cannot be relative to the page. They start from the root, so that they work
  // wherever the page is shown.
  const isAnywhere = page.kind === 'notFound'
  const link = remember((file: string) =>
    isAnywhere ? new URL(makePageUrl(file, shared.planet)).pathname : relativeLink(path, file),
  )
  const context = { ...shared, subscriptions: indexSubscriptions(shared.planet), blogs: new Map(), link }
  const view = Object.assign(makeSiteView(page, context), makePageView(page, context))
  return { path, bytes: templates.render(templateNames[page.kind], view, context.translate) }
}

/** Which template shows which page. */
const templateNames: Record<Page['kind'], string> = {
  front: 'front.njk',
  day: 'day.njk',
  month: 'month.njk',
  year: 'year.njk',
  week: 'week.njk',
  archive: 'archive.njk',
  titles: 'titles.njk',
  blog: 'blog.njk',
  tag: 'tag.njk',
  language: 'language.njk',
  blogs: 'blogs.njk',
  stats: 'stats.njk',
  links: 'links.njk',
  about: 'about.njk',
  subscribe: 'subscribe.njk',
  search: 'search.njk',
  notFound: '404.njk',
}
