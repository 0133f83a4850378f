import type { FeedAbout } from '../../../model.ts'
import type { Warn } from '../collect-warnings.ts'
import { limitId } from './limit-id.ts'
import { limitPeople, mostPeople } from './limit-people.ts'

/** Letters of a feed's title, which is shown beside each entry, and on every page. */
const longestTitle = 500
const longestText = 4000
const longestAddress = 4000

/**
 * Bound what a feed says about itself, which every page and every entry of ours carries: words are cut, an address that is too long is
 * left out, and a warning names it.
 */
export function limitAbout(about: FeedAbout, warn: Warn): FeedAbout {
  const words = (text: string | undefined, most: number, name: string): string | undefined => {
    if (text === undefined || text.length <= most) return text
    warn('TOO_MUCH', `the ${name} of the feed is ${text.length} letters long, and was cut after ${most}`)
    return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  }
  const address = (url: string | undefined): string | undefined => {
    if (url === undefined || url.length <= longestAddress) return url
    warn('TOO_MUCH', 'an address of the feed is longer than 4 kB, and was left out')
    return undefined
  }
  return {
    ...about,
    id: about.id && limitId(about.id),
    title: words(about.title, longestTitle, 'title'),
    subtitle: words(about.subtitle, longestText, 'subtitle'),
    link: address(about.link),
    feedUrl: address(about.feedUrl),
    language: address(about.language),
    authors: limitPeople(about.authors.slice(0, mostPeople)),
    image: address(about.image),
    rights: words(about.rights, longestText, 'note of rights'),
    license: address(about.license),
    generator: words(about.generator, longestTitle, 'generator'),
  }
}
