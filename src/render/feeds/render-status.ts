import type { Planet, PublicProblem, Subscription, SubscriptionState } from '../../model.ts'
import { stripForbidden } from '../../text/strip-forbidden.ts'

/**
 * The state of every feed, for programs that watch over a planet: docs/feeds.md lists the keys. The time of the build is left out, so that
 * the file changes only when a value does.
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
      return {
        state: state.kind,
        since: state.since,
        problem: { code: state.problem, message: sentences[state.problem] },
      }
    case 'gone':
    case 'quarantined':
    case 'quiet':
      return { state: state.kind, since: state.since, problem: null }
    case 'new':
    case 'fine':
    case 'paused':
      return { state: state.kind, since: null, problem: null }
  }
}

/** In English, as all that is for programs. */
const sentences: Record<PublicProblem, string> = {
  UNREACHABLE: 'could not be reached',
  SERVER_ERROR: 'its server answers with an error',
  NO_FEED: 'what it answers is no feed that can be read',
}
