import type { Subscription } from '../../model.ts'
import type { ViewContext } from './view-context.ts'

/** P-35: "14 posts in twelve months, last April 20, 2019" */
export function tellPostCounts(
  { span }: Subscription,
  counts: number[],
  { calendar, planet, translate }: ViewContext,
): string {
  const count = counts.reduce((sum, posts) => sum + posts, 0)
  const posts = count === 0 ? translate('noPosts') : translate('posts', { count })
  if (span === undefined) return posts
  return translate('postsAndLast', { posts, date: calendar.format(span.last, planet.show.date) })
}
