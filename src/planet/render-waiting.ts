import type { Quarantine } from '../model.ts'

const longest = 60

/** The entries of a quarantined feed, in words: "3 entries wait (“One”, “Two”, …)". */
export function renderWaiting({ waiting, titles }: Pick<Quarantine, 'waiting' | 'titles'>): string {
  const named = titles.map((title) => `“${title.length > longest ? `${title.slice(0, longest - 1)}…` : title}”`)
  const more = waiting > titles.length ? ['…'] : []
  const list = named.length === 0 ? '' : ` (${[...named, ...more].join(', ')})`
  return `${waiting} ${waiting === 1 ? 'entry waits' : 'entries wait'}${list}`
}
