import type { ViewContext } from './view-context.ts'

/** One way to follow the planet, as templates see it. */
export type FeedLink = { name: string; type: string; link: string; address: string }

const formats = [{ name: 'Atom', type: 'application/atom+xml', file: 'atom.xml' }]

/** The feeds that a planet has. */
export function listFeedLinks({ planet, link }: ViewContext): FeedLink[] {
  return formats.map(({ name, type, file }) => ({
    name,
    type,
    link: link(file),
    address: new URL(file, planet.url).href,
  }))
}
