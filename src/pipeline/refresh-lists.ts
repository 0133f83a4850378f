import type { Config } from '../config/schema.ts'
import { isOpenAddress } from '../fetch/is-open-address.ts'
import type { KeptList } from '../model.ts'
import { applyLists, newList, reachLists } from '../planet/apply-lists.ts'
import type { Asking } from '../schedule/find-due.ts'
import { askList } from './ask-list.ts'
import type { Edges } from './edges.ts'
import { explainList } from './explain-list.ts'

type Asked = { offline: boolean; refresh: boolean; force?: string | undefined; accept?: string | undefined }

/** The result of asking the reading lists in one build. */
export type Refreshed = {
  /** The configuration with the feeds of the lists. */
  config: Config
  /** Store what was learnt; in an outage of our own network, no list counts as failed. @returns what the operator should know */
  keep(outage: boolean): Promise<string[]>
}

/** How deep lists that include lists are followed. */
const mostDepth = 3

/**
 * Ask the reading lists that are due, as feeds are asked: by the same schedule, with validators, and less often where they fail. Where a
 * list fails, or has lost half of its feeds at once, its last good copy stays in use.
 */
export async function refreshLists(config: Config, edges: Edges, options: Asked, now: Date): Promise<Refreshed> {
  const { lists: edge, fetcher } = edges
  if (config.include.length === 0 || edge === undefined) return { config, keep: async () => [] }
  const isOpen = (url: string) => isOpenAddress(url, config.fetch.allowPrivate)
  const before = await edge.read()
  const answered = new Map([...before, ...edge.local])
  const failed = new Map<string, KeptList>()
  for (const [place, { state }] of before) {
    if (state.waiting?.isHost && state.waiting.until > now) fetcher.leaveAlone(place, state.waiting.until)
  }
  const asked = new Set<string>()
  for (let depth = 0; depth < mostDepth && !options.offline; depth++) {
    const due = config.include.flatMap((item) =>
      reachLists(item.url, answered).flatMap((place) =>
        asked.has(place) || !mayAsk(place, item.url) ? [] : [{ place, item }],
      ),
    )
    for (const { place } of due) asked.add(place)
    const places = [...new Map(due.map((one) => [one.place, one])).values()]
    await Promise.all(places.map(({ place, item }) => ask(place, item.everyMs ?? config.fetch.everyMs)))
  }

  return {
    config: applyLists(config, answered, isOpen),
    async keep(outage) {
      const after = outage ? answered : new Map([...answered, ...failed])
      const reached = new Set(config.include.flatMap(({ url }) => reachLists(url, answered)))
      const kept = [...after].filter(([place]) => reached.has(place) && !edge.local.has(place))
      if (JSON.stringify(kept) !== JSON.stringify([...before])) await edge.write(new Map(kept))
      return kept.flatMap(([place, list]) => {
        const limit = config.include.find(({ url }) => url === place)?.limit
        return explainList(place, before.get(place), list, { now, limit, isOpen })
      })
    },
  }

  /** Only the operator may name a private address; a list may not. */
  function mayAsk(place: string, root: string): boolean {
    return /^https?:/.test(place) && (place === root || isOpen(place))
  }

  async function ask(place: string, everyMs: number): Promise<void> {
    const isAccepted = options.accept === place
    const asking: Asking = isAccepted || options.force === place ? 'forced' : options.refresh ? 'all' : 'due'
    const known = answered.get(place) ?? newList
    const answer = await askList(
      place,
      known,
      { asking, isAccepted, everyMs, repeatMs: config.alerts.repeatMs },
      edges,
      now,
    )
    if (answer?.kind === 'read') answered.set(place, answer.list)
    if (answer?.kind === 'failed') failed.set(place, answer.list)
  }
}
