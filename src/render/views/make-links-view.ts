import type { Page } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import type { LinksView } from '../../theme.ts'
import { makeTitleView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

/** Letters of what a link is called. */
const longest = 120

export function makeLinksView({ span, links }: Extract<Page, { kind: 'links' }>, context: ViewContext): LinksView {
  const { translate } = context
  return {
    about: translate(span === 'week' ? 'popularWeek' : 'popularMonth'),
    popular: links.map(({ url, title, blogs, entries }) => {
      const { host, pathname } = new URL(url)
      return {
        text: cutWords(title ?? `${host}${pathname === '/' ? '' : pathname}`, longest),
        link: url,
        host,
        blogs: translate('blogCount', { count: blogs }),
        entries: entries.map((entry) => makeTitleView(entry, context)),
      }
    }),
  }
}
