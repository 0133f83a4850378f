import type { Planet, Subscription } from '../../model.ts'
import type { BlogView } from '../../theme.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { OnBroken } from '../make-from-entry.ts'
import type { Translate } from '../messages/open-messages.ts'
import type { PicturesOfSite } from './pictures-of-site.ts'

export type CardSize = { width: number; height: number }

/** What every view of a page is made with. */
export type ViewContext = {
  planet: Planet
  calendar: Calendar
  subscriptions: Map<string, Subscription>
  /** Views of the page's blogs that have been asked for so far, by feed. */
  blogs: Map<string, BlogView>
  /** Feed → address of its face, or its path in the site. */
  faces: Map<string, string>
  /** The site's own words. */
  translate: Translate
  /** Pixels of the planet's own picture; absent where it has none. */
  card?: CardSize | undefined
  /** Absent: pictures are shown as they are written. */
  pictures?: PicturesOfSite | undefined
  onBroken?: OnBroken | undefined
  onRendered?: (() => void) | undefined
  /** The link from the page that the view is for to a file of the site. */
  link(file: string): string
}
