/** What a count decides, as CLDR names its forms: English has "one" and "other", Arabic six. */
export type Plural = Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>> & { other: string }

/** The site's own words. A name in braces is filled in; `{count}` also decides which form stands. */
export const en = {
  thousands: ',',
  gathers: '{name}: what a community writes on its blogs, in one place.',
  skip: 'Skip to content',
  pages: 'Pages',
  latest: 'Latest',
  blogs: 'Blogs',
  archive: 'Archive',
  about: 'About',
  subscribe: 'Subscribe',
  subscriptions: 'Subscriptions ({count})',
  tags: 'Tags',
  quiet: 'Quiet',
  feed: 'feed',
  feedOf: '{name} feed',
  unreachable: 'not reachable since {date}',
  gone: 'gone since {date}',
  by: 'by {author} at {time}',
  alsoIn: 'also in {blogs}',
  untitled: 'Untitled',
  untitledStart: 'Untitled — {start}',
  attachment: 'Attachment',
  discuss: 'Discuss',
  shortened: 'Shortened to keep this feed small; the whole text: {link}',
  feedNotice: 'This is a feed: put its address into a feed reader, and new posts come to you.',
  readOn: { one: 'Read on (1 word, {minutes} min)', other: 'Read on ({count} words, {minutes} min)' } as Plural,
  readAll: 'Read on',
  original: 'Original',
  quoted: '“{text}”',
  code: 'Code {number} in “{title}”',
  table: 'Table {number} in “{title}”',
  picture: 'Picture: {text}',
  days: 'Days',
  months: 'Months',
  years: 'Years',
  older: 'Older: {date} →',
  newer: '← Newer: {date}',
  olderEntries: 'Older entries',
  onThisPage: 'On this page',
  toTop: 'To the top',
  nothing: 'Nothing here yet',
  nothingRead: 'The blogs of this planet have not been read so far. {command} says why.',
  nothingAdded: 'No blog has been added so far. Put the address of a feed under {key} in {file}, then run {command}.',
  nothingPosted: 'No posts so far.',
  updated: 'Updated {time} ({zone})',
  times: 'Times are {zone}.',
  blogCount: { one: '1 blog', other: '{count} blogs' } as Plural,
  ask: 'To be added or removed, ask {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (the list of blogs)',
  rights: 'The texts belong to their authors.',
  software: 'Made with {name}.',
  daysWithPosts: 'Days with posts in {month}',
  allOf: 'All of {month}',
  dayPosts: '{day}: {posts}',
  postCount: { one: '1 post', other: '{count} posts' } as Plural,
  shades: 'The stronger the shade of a day, the more was posted; most on one day: {posts}.',
  byMonth: 'Earlier posts, by month',
  website: 'Website',
  language: 'Language',
  firstPost: 'First post',
  lastPost: 'Last post',
  noLongerListed: 'This blog is no longer part of the planet. What it wrote here stays.',
  filedUnder: { one: '1 blog is filed under this tag:', other: '{count} blogs are filed under this tag:' } as Plural,
  posts: { one: '1 post in twelve months', other: '{count} posts in twelve months' } as Plural,
  postsAndLast: '{posts}, last {date}',
  noPosts: 'no posts in twelve months',
  byName: 'By name',
  byLastPost: 'By last post',
  feedStates: 'How the feeds are doing',
  blog: 'Blog',
  state: 'State',
  stateFine: 'read',
  stateNew: 'not read so far',
  statePaused: 'paused',
  stateServerError: 'its server has answered with an error since {date}',
  stateNoFeed: 'no feed that can be read since {date}',
  stateQuarantined: 'being checked since {date}: it looks like another blog',
  stateQuiet: 'quiet since {date}',
  notFound: 'There is no such page',
  notFoundText:
    'It may have moved, or never been. Everything that was written here is in the {archive}; the newest is on the {front}.',
  notFoundFront: 'front page',
  notFoundArchive: 'archive',
  subscribeText:
    'Put this address into a feed reader, and what is written here comes to you by itself: no account, no mail address, no algorithm.',
  subscribeEverything: 'Everything',
  subscribeTag: 'Only one tag',
  subscribeList: 'All blogs, each by itself',
  subscribeListText: 'This list can be imported into a feed reader, which then asks every blog for itself.',
  addressOf: 'Address: {name}',
  copy: 'Copy',
  copied: 'Copied',
  tools: 'Reading aids',
  markNew: 'Mark what is new since my last visit',
  isNew: 'new',
  shortcuts: 'Keyboard shortcuts',
  textSize: 'Text size',
  sizeSmall: 'small',
  sizeNormal: 'normal',
  sizeLarge: 'large',
  longPosts: 'Long posts',
  longAsIs: 'as this page has them',
  longBrief: 'only how they begin',
  longWhole: 'whole',
  shortcutList:
    'j: next entry. k: previous entry. n: next day. p: previous day. o: open it. /: search, where there is one. ?: this list.',
  weeks: 'Weeks',
  digestWeekly: 'Weekly digest',
  digestDaily: 'Daily digest',
  digestText:
    'One entry for each week or day, with everything in it: for mail services, and for those who read seldom.',
  titles: 'Titles',
  search: 'Search',
  searchNoScript:
    'Searching needs JavaScript. Without it, every post is in the {archive}, and the newest are under {titles}.',
  searchNothing: 'Nothing was found.',
  searchFound: 'Results: {count}',
  searchMore: 'More results',
  searchAll: 'All',
  searchNewest: 'Newest first',
  searchFailed: 'The search could not be loaded.',
  aboutPlanet: `# About {title}

{title} is a planet: a page that gathers what a community writes. Each post here comes from somebody’s own blog, through the feed that the blog publishes, and leads back to it. To follow along, read the [newest posts]({front}) or [subscribe]({subscribe}).

## How to be added

Your blog needs a feed (most have one) and something to say to the people here. {ask}

## How to be removed

The same way. A blog can be taken off the list, and what it wrote can be taken off these pages.

## Whose texts these are

Every text and picture belongs to its author, under the terms of the blog that it comes from. Nothing here changes that. What a post says is its author’s opinion.

## What your browser does here

The software that writes these pages puts no cookies and no counters into them. Pictures and recordings come from the blogs’ own servers, which your browser does not tell where you see them. What the server of these pages writes down is not for the software to say.`,
  aboutAsk: 'Write to {owner} with its address.',
  aboutAskNobody: 'Ask whoever runs this planet.',
}
