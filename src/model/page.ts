import type { Entry, EntryTitle } from './entry.ts'
import type { Subscription } from './planet.ts'

/** A page before it is rendered. Entries come newest first. */
export type Page =
  | { kind: 'front'; entries: Entry[]; older: Day | undefined; topics?: PageTopics | undefined }
  /** `written`: the days of the month that have entries, up to the next one after this day: later days do not change this page. */
  | { kind: 'day'; day: Day; entries: Entry[]; written: Day[]; older: Day | undefined; newer: Day | undefined }
  | { kind: 'month'; month: Month; entries: EntryTitle[]; older: Month | undefined; newer: Month | undefined }
  | {
      kind: 'year'
      year: Year
      months: MonthTitles[]
      counts: DayCounts
      older: Year | undefined
      newer: Year | undefined
    }
  /** "2026-W48" (ISO 8601): from a Monday to a Sunday. */
  | { kind: 'week'; week: string; first: Day; last: Day; entries: Entry[] }
  /** The days counted are those of the newest year. */
  | { kind: 'archive'; months: Month[]; counts: DayCounts; topics?: PageTopics | undefined }
  /** The newest entries. */
  | { kind: 'titles'; entries: EntryTitle[] }
  /**
   * `postCounts`: of the twelve months that end with the month of the blog's last entry, oldest first. `newest`: the entries of its feed.
   */
  | {
      kind: 'blog'
      subscription: Subscription
      slug: string
      entries: Entry[]
      newest: Entry[]
      more: Month[]
      postCounts: number[]
    }
  /** `name`: the display name of a category that has become a tag. */
  | { kind: 'tag'; tag: string; name?: string | undefined; feeds: string[]; entries: Entry[]; more: Month[] }
  | { kind: 'language'; language: string; feeds: string[]; entries: Entry[]; more: Month[] }
  /** How many entries each feed had in each of some months, oldest first. */
  | { kind: 'blogs'; order: 'name' | 'last'; months: Month[]; postCounts: Map<string, number[]> }
  | { kind: 'links'; span: 'week' | 'month'; links: PopularLink[] }
  /** Counts of twelve months: by month and feed, weekday (0 is Sunday), hour, language ('' where none is said). */
  | {
      kind: 'stats'
      months: Month[]
      postCounts: Map<string, number[]>
      weekdays: number[]
      hours: number[]
      languages: Map<string, number>
    }
  | { kind: 'about'; text: string | undefined }
  | { kind: 'subscribe'; topics?: PageTopics | undefined }
  | { kind: 'search' }
  | { kind: 'notFound' }

/** A day in the planet's time zone: "2019-04-03". */
export type Day = string

/** A month in the planet's time zone: "2019-04". */
export type Month = string

/** A year in the planet's time zone: "2019". */
export type Year = string

/** How many entries a day has; days without any are left out. */
export type DayCounts = ReadonlyMap<Day, number>

/** The newest entries of a month; `isWhole` where these are all. */
type MonthTitles = { month: Month; entries: EntryTitle[]; isWhole: boolean }

/** Which kinds of topics entries are indexed by. */
export type TopicKinds = { tags: boolean; languages: boolean }

/** A category ("tag:python", called "Python") or a language ("lang:de"), and how many feeds have it. */
export type Topic = { topic: string; name: string; feeds: number }

/** Categories and languages that have pages. */
export type PageTopics = { tags: { tag: string; name: string }[]; languages: string[] }

/** An address to which several blogs link: the title they give it, how many blogs link to it, and the newest entries that do. */
export type PopularLink = { url: string; title: string | undefined; blogs: number; entries: EntryTitle[] }
