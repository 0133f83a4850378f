import type { KeptList } from '../model.ts'

/** The time, how many feeds may come from the list, and whether an address may be asked. */
export type ListFacts = { now: Date; limit: number | undefined; isOpen(url: string): boolean }

/** The news of a reading list that the operator should know, each told once. */
export function explainList(
  place: string,
  before: KeptList | undefined,
  { state, feeds }: KeptList,
  { now, limit, isOpen }: ListFacts,
): string[] {
  const was = before?.state
  const copy = feeds.length === 0 ? 'no feed of it is known' : `its last good copy is used (${count(feeds.length)})`
  const told: string[] = []
  if (state.gone !== undefined && was?.gone === undefined) {
    told.push(
      `says that it is gone for good (410), and is not asked again; ${copy}; take it out of include:, or write its new address there`,
    )
  }
  const { failure, moved } = state
  if (failure !== undefined && failure.alerts > (was?.failure?.alerts ?? 0)) {
    const days = Math.floor((+now - +failure.since) / 86_400_000)
    const accept =
      failure.problem.code === 'QUARANTINED' ? `; if that is right, run: planet build --accept ${place}` : ''
    told.push(
      `${failure.problem.message}${days === 0 ? '' : `, for ${days} ${days === 1 ? 'day' : 'days'}`}; ${copy}${accept}`,
    )
  }
  if (failure === undefined && state.gone === undefined && (was?.failure?.alerts ?? 0) > 0)
    told.push(`works again (${count(feeds.length)})`)
  const closed = feeds.filter(({ url }) => !isOpen(url)).length
  const closedBefore = before?.feeds.filter(({ url }) => !isOpen(url)).length ?? 0
  if (closed > 0 && closed !== closedBefore) {
    told.push(
      `names ${count(closed)} in a private network, which others cannot have asked; what is yours, write into feeds.yaml`,
    )
  }
  if (limit !== undefined && feeds.length > limit && (before?.feeds.length ?? 0) <= limit) {
    told.push(`lists ${count(feeds.length)}, of which the first ${limit} are taken; limit: says how many`)
  }
  if (moved !== undefined && moved.to !== was?.moved?.to) {
    const what = moved.isAdopted
      ? 'which is asked from now on; write it under include:'
      : 'at another domain; if it is the same list, write it under include:'
    told.push(`moved for good to ${moved.to}, ${what}`)
  }
  return told.map((message) => `reading list ${place}: ${message}`)
}

function count(feeds: number): string {
  return `${feeds} ${feeds === 1 ? 'feed' : 'feeds'}`
}
