import type { OutputFormat } from '../../model.ts'
import type { FeedLink } from '../../theme.ts'
import type { ViewContext } from './view-context.ts'

const formats: { output: OutputFormat; name: string; type: string; file: string }[] = [
  { output: 'atom', name: 'Atom', type: 'application/atom+xml', file: 'atom.xml' },
  { output: 'rss', name: 'RSS', type: 'application/rss+xml', file: 'rss.xml' },
  { output: 'json', name: 'JSON', type: 'application/feed+json', file: 'feed.json' },
]

/** The feeds that a planet has. */
export function listFeedLinks({ planet, link }: ViewContext): FeedLink[] {
  const written = formats.filter(({ output }) => planet.outputs.includes(output))
  return written.map(({ name, type, file }) => ({
    name,
    type,
    link: link(file),
    address: new URL(file, planet.url).href,
  }))
}
