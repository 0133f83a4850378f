import type { Config } from '../config/schema.ts'
import { meansEntry } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { FoundEntry, StoredFeed } from '../store/store.ts'
import type { WriteTime } from './open-time-writer.ts'

/** Why an entry is shown or not where one would look for it. The reason is for programs, the sentence for people. */
export type Explanation = {
  status: 'shown' | 'dated-pages' | 'not-shown'
  reason: FoundEntry['offSite'] | FoundEntry['offFront'] | 'duplicate' | null
  message: string
}

/** Say of a stored entry where it stands and why. @param hidingRule from `explainRule`, where a rule hides the entry */
export function explainEntry(
  entry: FoundEntry,
  config: Config,
  feeds: StoredFeed[],
  writeTime: WriteTime,
  hidingRule?: string,
): Explanation {
  const { offSite, offFront, shownUnder, position, removedAt } = entry
  const feed = feeds.find(({ source }) => source.url === entry.feed)
  const { defaults } = config
  const first = feed?.source.first ?? defaults.first
  const perDay = feed?.source.perDay ?? defaults.perDay
  switch (offSite) {
    case 'not_due':
      return not(
        'not_due',
        `it is dated ${writeTime(position)}, and its feed has "dates: published": it waits until then`,
      )
    case 'purged':
      return not('purged', `the operator took it down${on(removedAt, writeTime)}${findReason(entry, config)}`)
    case 'deleted':
      return not('deleted', `its own feed said${on(removedAt, writeTime)} that it is deleted`)
    case 'quarantined':
      return not(
        'quarantined',
        `it came while its feed seemed to be somebody else’s; to let it in: planet build --accept ${entry.feed}; to be rid of it: planet purge`,
      )
    case 'filtered':
      return not('filtered', hidingRule ?? 'a rule hid it that is no longer in feeds.yaml: planet build brings it back')
    case 'plugin':
      return not('plugin', `the plug-in ${entry.hiddenBy ?? 'of the last build'} hides it`)
    case 'awaited':
      return not('awaited', 'it is no longer taken down, and comes back when its feed brings its text again')
  }
  if (shownUnder !== undefined) {
    const other = feeds.find(({ source }) => source.url === shownUnder)
    const name = other === undefined ? shownUnder : `${makeFeedName(other.source, other.state.about)} <${shownUnder}>`
    return not('duplicate', `the same post is shown under ${name}, which goes before this feed`)
  }
  switch (offFront) {
    case 'first':
      return dated('first', `its feed was new, and brought more than ${first} entries at once (first)`)
    case 'per_day':
      return dated('per_day', `its feed brought more than ${perDay} new entries in a day (per_day)`)
    case 'max_age':
      return dated('max_age', 'it was older than max_age when it was first seen')
  }
  return { status: 'shown', reason: null, message: 'it is shown' }
}

function not(reason: Explanation['reason'], message: string): Explanation {
  return { status: 'not-shown', reason, message: `it is not shown: ${message}` }
}

function dated(reason: Explanation['reason'], message: string): Explanation {
  return {
    status: 'dated-pages',
    reason,
    message: `it stands on its dated pages, and not on the front page or in the feeds: ${message}`,
  }
}

function findReason(entry: FoundEntry, { purged }: Config): string {
  const item = purged.find((other) => meansEntry(other, entry))
  return item?.reason === undefined ? '' : `: ${item.reason}`
}

function on(instant: Date | undefined, writeTime: WriteTime): string {
  return instant === undefined ? '' : ` on ${writeTime(instant).slice(0, 10)}`
}
