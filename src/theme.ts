/**
 * The data that templates get, for themes and tools that check them: `import type { PageView } from 'planet-feeds/theme'`. docs/themes.md
 * has the same in tables. This file is published as it is, so it imports nothing.
 */

/** A link with its text. */
export type LinkView = { text: string; link: string }

/** A blog as templates see it. */
export type BlogView = {
  name: string
  /** The blog's home page; empty where the feed never named one. */
  site: string
  /** The blog's page in this site; empty where it has none. */
  page: string
  face: FaceView
}

/** A picture, or the first letter of the name on one of eight colours. */
export type FaceView = { image: string; letter: string; hue: number }

/** An entry in a list of titles, as templates see it. Every text is ready to show. */
export type TitleView = {
  anchor: string
  /** Inline HTML, safe. */
  title: string
  isUntitled: boolean
  /** The original; else the entry's place on its day page. */
  link: string
  /** The entry's place on its day page. */
  permalink: string
  blog: BlogView
  /** "Ana, Ben"; empty where nobody is named. */
  authors: string
  time: { text: string; iso: string }
  /** The entry's language where it differs from the page's; else empty. */
  language: string
  direction: 'ltr' | 'rtl' | 'auto'
}

/** An entry with its text, as templates see it. */
export type EntryView = TitleView & {
  /** The level of its heading: 2 under `h1`. */
  level: number
  /** True where no heading above the entry names its blog. */
  namesBlog: boolean
  /** The title without markup, shortened. */
  name: string
  /** Where the by-line is: under the title, at the end, or both. */
  isSignedAbove: boolean
  isSignedBelow: boolean
  /** HTML, made to fit the page; empty where there is none, or none is to be shown. */
  content: string
  /** Link to the rest of the text, if `content` is only a part. */
  more: { text: string; link: string } | null
  /** `player`: for audio and video; else null. */
  enclosures: { url: string; label: string; player: 'audio' | 'video' | null }[]
  /** `link` leads to the tag of that name; empty where there is none. */
  categories: LinkView[]
  /** Address of the comments on the entry; empty where the feed names none. */
  comments: string
  alsoIn: string[]
}

/** One day of a page; its groups in the order of time. On pages without days, a single one that has no heading. */
export type DayView = { heading: string; link: string; id: string; groups: GroupView[] }

/** Consecutive entries of one blog on one day: the blog is named once. On pages that do not group by blog, `blog` is null. */
export type GroupView = { blog: BlogView | null; entries: EntryView[] }

/** Titles of one day. */
export type TitledDay = { heading: string; link: string; entries: TitleView[] }

/** P-31: a month as a table. Days before the first and after the last are empty texts. */
export type CalendarView = {
  caption: string
  /** Link to the page of the month, on other pages than that one. */
  month: LinkView | null
  weekdays: { short: string; long: string }[]
  weeks: DayCell[][]
}

/** `level` is 1 to 4 where days are shaded; else 0. */
export type DayCell = { number: string; link: string; title: string; isHere: boolean; level: number }

/** The bars of a small picture, in its own units; a month without entries has a bar of almost no height. */
export type Sparkline = {
  width: number
  height: number
  bars: { x: number; y: number; width: number; height: number }[]
  /** The bars as SVG: a page of a thousand blogs has twelve thousand. */
  shapes: string
}

/** One way to follow the planet, as templates see it. */
export type FeedLink = {
  name: string
  type: string
  link: string
  /** Absolute address, to be given to a feed reader. */
  address: string
}

/** A subscription, as templates see it. */
export type SubscriptionView = BlogView & {
  /** The blog's feed; empty where readers must not know its address. */
  url: string
  /** "not reachable since April 02, 2019", in words and without blame; empty where all is well. */
  state: string
}

/** Subscriptions sorted by name; quiet ones in a list of their own. */
export type SubscriptionLists = { count: number; active: SubscriptionView[]; quiet: SubscriptionView[] }

/** The data of every page. Links are ready to use; a missing text is an empty one. */
export type SiteView = {
  planet: {
    title: string
    description: string
    language: string
    direction: 'ltr' | 'rtl'
    timezone: string
    owner: { text: string; link: string } | null
    /** Link to the picture in the header. */
    logo: string
    version: string
  }
  page: {
    kind: PageKind
    /** The page's title where it is shared. */
    title: string
    /** Address of the picture shown with the title there: the planet's own; else the logo, if its format is one that every site shows. */
    picture: string
    /** Size of the planet's own picture in pixels; null where it has none. */
    card: { width: number; height: number } | null
    /** Address at which the page is published. */
    canonical: string
    /** "noindex" where search engines are not to list the page. */
    robots: string
    /** Content-Security-Policy. */
    policy: string
  }
  links: {
    front: string
    blogs: string
    archive: string
    /** The page of what most blogs link to; empty where there is no such page. */
    popular: string
    about: string
    titles: string
    subscribe: string
    /** Empty where there is no such page. */
    stats: string
    style: string
    script: string
    icon: string
    /** The icon as PNG (`bigIcon`), and the web app manifest, by which a phone can install the site. */
    bigIcon: string
    manifest: string
    /** The list of blogs, for feed readers; empty where there is none. */
    opml: string
  }
  /** The header's links: our own pages, then `theme.links`. */
  navigation: { text: string; link: string; isHere: boolean; isOurs: boolean; rel: string }[]
  /** The planet's feeds. */
  feeds: FeedLink[]
}

/** The front page, as its template sees it. */
export type FrontView = {
  days: DayView[]
  older: LinkView | null
  /** The parts beside the entries, in the operator's order. */
  sidebar: string[]
  subscriptions: SubscriptionLists
  tags: LinkView[]
  languages: LinkView[]
  /** The newest months on the page. */
  months: LinkView[]
  /** When an entry last changed; empty where there is none. */
  updated: { text: string; iso: string } | null
}

/** The page of a month, as its template sees it. */
export type MonthView = {
  heading: string
  calendar: CalendarView
  days: TitledDay[]
  older: LinkView | null
  newer: LinkView | null
  up: LinkView | null
}

/** The page of a week, as its template sees it. */
export type WeekView = {
  /** "April 01, 2019 – April 07, 2019" */
  heading: string
  days: DayView[]
  /** The feed that has an entry for each week. */
  ownFeed: string
  up: LinkView
}

/** The page of a year, as its template sees it. */
export type YearView = {
  heading: string
  months: TitledMonth[]
  calendars: CalendarView[]
  total: string
  shades: string
  older: LinkView | null
  newer: LinkView | null
}

/** Titles of one month; without a page of the month, `link` is empty. */
export type TitledMonth = {
  heading: string
  /** The id of the month's heading on the page: "m03". */
  id: string
  short: string
  link: string
  /** False where the page of the month has more entries. */
  isWhole: boolean
  entries: (TitleView & { day: string })[]
}

/** /archive/, as its template sees it. */
export type ArchiveView = {
  years: ArchiveYear[]
  calendars: CalendarView[]
  total: string
  shades: string
  tags: LinkView[]
  languages: LinkView[]
}

/** A year and its twelve months; `link` is empty where there is no page. */
export type ArchiveYear = { heading: string; link: string; months: { short: string; long: string; link: string }[] }

/** The page of a blog, as its template sees it. */
export type BlogPageView = {
  blog: BlogView
  /** The blog's own feed; empty where readers must not know its address. */
  feed: string
  /** The feed that the planet makes of the blog; empty where there is none. */
  ownFeed: string
  /** The feed's description of itself; empty where it has none. */
  description: string
  language: string
  /** The language's name in that language; its tag where we do not know the name. */
  languageName: string
  direction: 'ltr' | 'rtl' | 'auto'
  isListed: boolean
  tags: LinkView[]
  /** The times of the blog's oldest and newest entry. */
  first: { text: string; iso: string } | null
  last: { text: string; iso: string } | null
  /** Number of posts in the twelve months up to the blog's last post, as bars and in words; null where there are none. */
  rhythm: (Sparkline & { text: string }) | null
  /** One group without a heading, or none. */
  days: DayView[]
  /** Links to months that have more entries. */
  more: LinkView[]
}

/** The page of a tag, as its template sees it. */
export type TagView = { heading: string; ownFeed: string; blogs: BlogView[]; days: DayView[]; more: LinkView[] }

/** The page of a language, as its template sees it. */
export type LanguageView = Omit<TagView, 'blogs'> & { language: string; direction: 'ltr' | 'rtl' }

/** /blogs/, as its template sees it. */
export type BlogsView = {
  active: ListedBlog[]
  quiet: ListedBlog[]
  tags: LinkView[]
  /** Links to this list sorted by name, and by last post. */
  orders: (LinkView & { isHere: boolean })[]
}

/** A blog and how many posts it has had lately. */
export type ListedBlog = SubscriptionView & {
  description: string
  language: string
  tags: LinkView[]
  postCounts: Sparkline & { text: string }
}

/** /links/, as its template sees it. */
export type LinksView = {
  /** What the page shows, in a sentence. */
  about: string
  popular: { text: string; link: string; host: string; blogs: string; entries: TitleView[] }[]
}

/** /stats/, as its template sees it. */
export type StatsView = { total: string; charts: ChartView[] }

/** A table of numbers, each with a bar: `share` is its length, 0 to 100. */
export type ChartView = { heading: string; bars: { text: string; count: number; share: number }[] }

export type Bar = { text: string; count: number }

/** /about/, as its template sees it. */
export type AboutView = {
  /** HTML of about.md, or of the text that stands in for it; it begins with the page's `h1`. */
  text: string
  /** Every listed feed, and how it is doing: here `state` is the full sentence. */
  subscriptions: SubscriptionView[]
}

/** /subscribe/, as its template sees it. */
export type SubscribeView = {
  /** Address of the list of blogs; empty where there is none. */
  list: string
  /** Each tag, and the address of its feed. */
  tags: (LinkView & { address: string })[]
  /** Each language that has a page, and the address of its feed. */
  languages: (LinkView & { address: string })[]
  /** The feeds with an entry for each day or week. */
  digests: { text: string; address: string }[]
}

/** The page of a day, as its template sees it. */
export type DayPageView = {
  heading: string
  /** The day of the week, where the heading does not name it. */
  weekday: string
  calendar: CalendarView
  groups: GroupView[]
  /** Titles of the entries beyond those that are shown whole. */
  titles: TitleView[]
  up: LinkView | null
  older: LinkView | null
  newer: LinkView | null
}

/** The data of each kind of page, beside that of every page. */
export type PageViews = {
  front: FrontView
  day: DayPageView
  week: WeekView
  month: MonthView
  year: YearView
  archive: ArchiveView
  titles: { days: TitledDay[] }
  blog: BlogPageView
  tag: TagView
  language: LanguageView
  blogs: BlogsView
  links: LinksView
  about: AboutView
  subscribe: SubscribeView
  search: { style: string; script: string }
  stats: StatsView
  notFound: object
}

export type PageKind = keyof PageViews

/** All data that the template of a page is given. */
export type PageView<Kind extends PageKind = PageKind> = SiteView & PageViews[Kind]
