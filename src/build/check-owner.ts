import type { FeedAbout } from '../model.ts'
import { identifyEntries } from '../normalize/merge/identify-entries.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from './ask-feed.ts'
import { makeVersionKeys } from './keep-answer.ts'

/**
 * Hold an answer back that looks like somebody else's: domains expire, and are bought for the sake of their readers (K-05).
 *
 * Only where nothing in it is known, by id, by path or by title and day, and also its title, its language or its site's host
 * is another. A redesign keeps some of that; a blog that begins anew keeps its name.
 *
 * @param accept the feed whose new owner the operator trusts
 */
export async function checkOwner(answer: Answer, store: Store, accept: string | undefined): Promise<Answer> {
  if (answer.kind !== 'read') return answer
  const { feed, parsed, result, milliseconds } = answer
  const change = feed.state.about && describeChange(feed.state.about, parsed.about)
  if (change === undefined || feed.source.url === accept || parsed.entries.length === 0) return answer
  const known = await store.known(feed.source.url, makeVersionKeys(identifyEntries(parsed.entries)))
  if (known.newFeed || known.entries.length > 0) return answer
  const message = `looks like another blog: none of its entries is known, and its ${change}`
  const problem = { code: 'TAKEN_OVER', message } as const
  return { kind: 'failed', feed, milliseconds, problem, status: result.status, retryAt: undefined }
}

/** What tells one blog from another, where it has changed: "title was “A”, and is “B”". */
function describeChange(before: FeedAbout, after: FeedAbout): string | undefined {
  const host = (link: string | undefined) => link && new URL(link).hostname.replace(/^www\./, '')
  const base = (language: string | undefined) => language?.split('-')[0]
  const pairs: [name: string, before: string | undefined, after: string | undefined][] = [
    ['title', before.title, after.title],
    ['site', host(before.link), host(after.link)],
    ['language', base(before.language), base(after.language)],
  ]
  const changed = pairs.find(([, was, is]) => was !== undefined && is !== undefined && was !== is)
  return changed && `${changed[0]} was “${changed[1]}”, and is “${changed[2]}”`
}
