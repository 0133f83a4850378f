/**
 * The data that flows through the pipeline, in the order in which it is made:
 *
 *   FeedSource → FetchResult → ParsedFeed → EntryChange → Entry → Page → SiteFile
 *
 * Everything here is plain data: it can be logged, stored, compared, or sent to a worker thread.
 * Absent is `undefined`. A `Date` is an instant; HTML is always sanitised HTML with absolute links.
 *
 * Each has a file in `model/`; all other code imports from here.
 */

// What the store keeps: entries, and how asking goes.
export type * from './model/entry.ts'
// What asking for a feed gave, and what went wrong.
export type * from './model/feed-problem.ts'
// What the operator says: of a feed, and of the site.
export type * from './model/feed-source.ts'
export type * from './model/feed-state.ts'
export type * from './model/fetch-result.ts'
export type * from './model/page.ts'
// What a feed says, as one version of it has it.
export type * from './model/parsed-feed.ts'
// What is published.
export type * from './model/planet.ts'
export type * from './model/site-file.ts'
export type * from './model/site-options.ts'
