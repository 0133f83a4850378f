import type { Config } from '../config/schema.ts'
import { makeLinkKey } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { StoredFeed } from '../store/store.ts'

/** Why no entry of this id or link is stored, as far as can be told: one sentence. */
export function explainUnknown(word: string, config: Config, feeds: StoredFeed[]): string {
  const key = makeLinkKey(word)
  const isSame = (other: string | undefined) =>
    other !== undefined && (other === word || (key !== undefined && makeLinkKey(other) === key))
  const taken = config.purged.find(({ entry }) => isSame(entry))
  if (taken !== undefined)
    return `it is taken down in feeds.yaml${taken.reason === undefined ? '' : `: ${taken.reason}`}`
  for (const feed of feeds) {
    const { held } = feed.state
    if (held?.entries.some(({ id, link }) => isSame(id) || isSame(link))) {
      return `${nameOf(feed)} is held back since ${held.since.toISOString().slice(0, 10)}: it carries nothing that we know, and ${held.message}; if it is still the same blog, run: planet build --accept ${feed.source.url}`
    }
  }
  const own = feeds.find(({ source }) => isSame(source.url))
  if (own !== undefined) return `it is a feed, not an entry: planet status ${own.source.url}`
  const near = feeds.filter((feed) => isOfHost(feed, word))
  const hints = near.map((feed) => `${nameOf(feed)} ${explainFeed(feed)}`)
  return `no feed has brought such an entry${hints.length === 0 ? '' : `; of its host, ${hints.join('; ')}`}`
}

function isOfHost({ source, state }: StoredFeed, word: string): boolean {
  const host = hostOf(word)
  return host !== undefined && [source.url, source.site, state.about?.link].some((link) => hostOf(link) === host)
}

function hostOf(link: string | undefined): string | undefined {
  return link !== undefined && URL.canParse(link) ? new URL(link).host.replace(/^www\./, '') || undefined : undefined
}

function explainFeed({ source, active, state }: StoredFeed): string {
  if (!active) return 'is no longer listed in feeds.yaml'
  if (source.paused !== undefined) return `is paused: ${source.paused}`
  if (state.goneSince !== undefined) return 'is gone for good (410)'
  if (state.failingSince !== undefined) return `fails: ${state.problem?.message ?? ''}`
  if (state.askedAt === undefined) return 'was not asked yet'
  return `was last asked on ${state.askedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function nameOf({ source, state }: StoredFeed): string {
  return makeFeedName(source, state.about)
}
