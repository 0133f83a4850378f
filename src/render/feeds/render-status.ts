import type { Planet, Subscription, SubscriptionState } from '../../model.ts'
import { stripForbidden } from '../../text/strip-forbidden.ts'

/**
 * How every feed is doing, for programs that watch over a planet: docs/feeds.md says what stands where. No time of the
 * build, so that the file changes only when something has.
 */
export function renderStatus(planet: Planet): string {
  const status = {
    planet: { title: planet.title, url: planet.url, version: planet.version, updated: planet.updated ?? null },
    feeds: planet.subscriptions.map(makeFeedStatus),
  }
  const text = JSON.stringify(status, (_, part) => (typeof part === 'string' ? stripForbidden(part) : part), 1)
  return `${text}\n`
}

function makeFeedStatus({ source, publicUrl, slug, name, site, active, state }: Subscription) {
  return {
    url: publicUrl ?? null,
    name,
    site: site ?? null,
    slug: slug ?? null,
    tags: source.tags ?? [],
    active,
    ...makeState(state),
  }
}

function makeState(state: SubscriptionState) {
  switch (state.kind) {
    case 'failing':
      return { state: state.kind, since: state.since, problem: state.problem }
    case 'gone':
      return { state: state.kind, since: state.since, problem: null }
    case 'new':
    case 'fine':
    case 'paused':
      return { state: state.kind, since: null, problem: null }
  }
}
