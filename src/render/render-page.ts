import type { Page, Planet, SiteFile, Subscription } from '../model.ts'
import { type DayView, groupEntries, linkFace } from './group-entries.ts'
import { makeTitleView, type TitleView, type ViewContext } from './make-entry-view.ts'
import { makeSubscriptionViews } from './make-subscription-views.ts'
import type { Calendar } from './open-calendar.ts'
import { pagePath, relativeLink, spanPath } from './page-path.ts'
import type { Templates } from './template-environment.ts'

/** What all pages of one rendering share. */
export type Theme = {
  planet: Planet
  calendar: Calendar
  templates: Templates
  /** Feed → address of its face, or its path in the site. */
  faces: Map<string, string>
}

/** One page as a file of the site. Same page, same bytes: nothing here asks for the time. */
export function renderPage(page: Page, { planet, calendar, templates, faces }: Theme): SiteFile {
  const path = pagePath(page)
  const subscriptions = new Map(planet.subscriptions.map((subscription) => [subscription.source.url, subscription]))
  const context = { planet, calendar, subscriptions, path }
  const view = { ...makeSiteView(context), ...makePageView(page, faces, context) }
  return { path, bytes: templates.render(`${page.kind}.njk`, view) }
}

/** What stands on every page. Links are relative to it. */
function makeSiteView({ planet, path }: ViewContext) {
  const root = relativeLink(path, 'index.html')
  return {
    planet: {
      title: planet.title,
      description: planet.description ?? '',
      language: planet.language,
      direction: /^(ar|fa|he|ps|ur|yi)\b/.test(planet.language) ? 'rtl' : 'ltr',
      timezone: planet.timezone,
      owner: planet.owner
        ? { name: planet.owner.name ?? '', email: planet.owner.email ?? '', url: planet.owner.url ?? '' }
        : null,
      version: planet.version,
    },
    canonical: new URL(path.replace(/index\.html$/, ''), planet.url).href,
    links: {
      front: root,
      atom: relativeLink(path, 'atom.xml'),
      opml: relativeLink(path, 'opml.xml'),
      style: relativeLink(path, 'planet.css'),
      icon: relativeLink(path, 'favicon.svg'),
    },
  }
}

function makePageView(page: Page, faces: Map<string, string>, context: ViewContext): object {
  const { calendar, planet, path } = context
  const spanLink = (span: string | undefined, strftime: string) => {
    if (span === undefined) return null
    return { text: calendar.formatDay(span, strftime), link: relativeLink(path, spanPath(span)) }
  }
  switch (page.kind) {
    case 'front': {
      const days: DayView[] = groupEntries(page.entries, faces, context)
      const subscriptions = planet.subscriptions.filter((subscription: Subscription) => subscription.active)
      return {
        days,
        older: spanLink(page.older, planet.show.date),
        subscriptions: makeSubscriptionViews(subscriptions, calendar, planet).map((view) => ({
          ...view,
          face: view.face === undefined ? '' : linkFace(faces.get(view.url) ?? '', path),
        })),
        updated: planet.updated ? calendar.format(planet.updated, planet.show.time) : '',
        updatedIso: planet.updated ? calendar.formatIso(planet.updated) : '',
      }
    }
    case 'day':
      return {
        heading: calendar.formatDay(page.day, planet.show.date),
        blogViews: groupEntries(page.entries, faces, context)[0]?.blogs ?? [],
        month: spanLink(page.day.slice(0, 7), '%B %Y'),
        older: spanLink(page.older, planet.show.date),
        newer: spanLink(page.newer, planet.show.date),
      }
    case 'month': {
      const days: { heading: string; link: string; entries: TitleView[] }[] = []
      for (const entry of page.entries) {
        const link = relativeLink(path, spanPath(calendar.dayOf(entry.position)))
        if (days.at(-1)?.link !== link) {
          days.push({ heading: calendar.format(entry.position, planet.show.date), link, entries: [] })
        }
        days.at(-1)?.entries.push(makeTitleView(entry, context))
      }
      return {
        heading: calendar.formatDay(page.month, '%B %Y'),
        days,
        older: spanLink(page.older, '%B %Y'),
        newer: spanLink(page.newer, '%B %Y'),
      }
    }
  }
}
