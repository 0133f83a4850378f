import type { Planet } from '../model.ts'
import type { Calendar } from '../render/dates/open-calendar.ts'
import type { FoundTopics } from '../render/find-topics.ts'
import {
  blogPath,
  cardPath,
  digestPath,
  feedBeside,
  languagePath,
  manifestPath,
  recentPath,
  spanPath,
  tagPath,
} from '../render/paths/page-path.ts'
import { listArchiveFiles, listDatedFiles, listWeekFiles } from '../render/site/find-foreign-files.ts'
import type { Touched } from '../render/touched.ts'
import { listTags } from '../render/views/list-tags.ts'

/** Every file that a site has once, whatever its entries are. */
// biome-ignore format: grouped in rows
const single = [
  'index.html', '404.html', 'archive/index.html', 'blogs/index.html', recentPath, 'about/index.html',
  'subscribe/index.html', 'links/index.html', 'titles/index.html', 'stats/index.html', 'search/index.html',
  digestPath('daily'), digestPath('weekly'), manifestPath, cardPath,
  'atom.xml', 'rss.xml', 'rss10.xml', 'feed.json', 'opml.xml', 'foafroll.xml', 'status.json', 'robots.txt',
  '.well-known/recommendations.opml',
]

/**
 * The paths at which a build may write, without the files of the theme: asked before it begins, since somebody's own file may stand at one
 * of them.
 *
 * @param folder of the site: where all is rendered again, every file in the folders of years counts
 */
export function listPlaces(
  planet: Planet,
  calendar: Calendar,
  touched: Touched,
  folder: string,
  topics: FoundTopics,
): string[] {
  const blogs = planet.subscriptions.flatMap(({ slug }) => (slug === undefined ? [] : blogPath(slug)))
  const tags = topics.tags.map(({ tag }) => tag)
  const languages = topics.languages.map(({ language }) => language)
  const pages = [...blogs, ...[...listTags(planet).keys(), ...tags].map(tagPath), ...languages.map(languagePath)]
  const dated =
    touched === 'all'
      ? listDatedFiles(folder)
      : [...new Set(touched.positions.map((position) => calendar.dayOf(position)))].flatMap(listSpans)
  const robots = planet.robots === 'noindex' ? single : single.filter((place) => place !== 'robots.txt')
  const weeks = planet.digest?.includes('weekly') ? listWeekFiles(folder) : []
  return [...robots, ...pages, ...pages.map(feedBeside), ...dated, ...weeks, ...listArchiveFiles(folder)]
}

function listSpans(day: string): string[] {
  const month = day.slice(0, 7)
  return [spanPath(day), spanPath(month), spanPath(day.slice(0, 4))]
}
