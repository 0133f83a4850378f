import { getDomain } from 'tldts'
import { parseUrl } from './parse-url.ts'
import { remember } from './remember.ts'

/** A host that stands there as a reader of addresses gives it back: in small letters of ASCII, and no number. */
const plainHost = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]+)(?:[/?#]|$)/

/** Where each name below is somebody else's blog, as below github.io, though the Public Suffix List does not have them. */
// biome-ignore format: grouped in rows
export const houses: readonly string[] = [
  'angelfire.com', 'bandcamp.com', 'beehiiv.com', 'blog.fc2.com', 'buttondown.email', 'canalblog.com', 'ck.page',
  'cocolog-nifty.com', 'deviantart.com', 'dreamwidth.org', 'edublogs.org', 'eklablog.com', 'exblog.jp',
  'fireside.fm', 'ghost.io', 'glitch.me', 'hashnode.dev', 'home.blog', 'insanejournal.com', 'itch.io',
  'jimdofree.com', 'libsyn.com', 'listed.to', 'livejournal.com', 'lofter.com', 'mataroa.blog', 'medium.com',
  'micro.blog', 'neocities.org', 'newgrounds.com', 'over-blog.com', 'overblog.com', 'pika.page', 'pixnet.net',
  'podbean.com', 'posthaven.com', 'prose.sh', 'seesaa.net', 'sourcehut.page', 'squarespace.com', 'substack.com',
  'super.site', 'svbtle.com', 'tilda.ws', 'tistory.com', 'transistor.fm', 'tripod.com', 'tumblr.com',
  'typepad.com', 'vivaldi.net', 'weebly.com', 'wikidot.com', 'wordpress.com', 'write.as',
]
const isHouse = new Set(houses)

/** What the domain of blogs in these houses was before they were known, by the Public Suffix List alone. */
export const formerDomains: readonly string[] = [...houses, 'fc2.com']

/** A folder that is a person's: `/~alice/`, `/@alice`, `/feed/@alice`, `/@alice.rss`. */
const person = /^[a-z]+:\/\/[^/?#]+\/(?:feeds?\/)?((?:[~@]|%7e|%40)[^/?#]+)/i

/**
 * The registrable domain of an address: "blog.example.co.uk" is of example.co.uk, and alice.github.io of nobody else (the
 * Public Suffix List, its private part included), nor is alice.wordpress.com. A host without one, such as an IP address, is its own.
 * A folder that is a person's is as much as a domain of its own: "example.edu/~alice".
 *
 * The list takes 20 ms to load: import this where it is needed.
 *
 * @returns `undefined` where the address has no host
 */
export function findDomain(url: string): string | undefined {
  const hostname = readHost(url)
  return hostname === '' ? undefined : findOf(hostname) + findPerson(url)
}

/** Whether the address is one of a person on a host of many. */
export function isPersonal(url: string): boolean {
  return person.test(url)
}

function findPerson(url: string): string {
  const [, folder] = person.exec(url) ?? []
  if (folder === undefined) return ''
  return `/${folder
    .replace(/^%7e/i, '~')
    .replace(/^%40/, '@')
    .replace(/\.(?:rss|atom|xml|json)$/i, '')}`
}

function readHost(url: string): string {
  const plain = plainHost.exec(url)?.[1]
  // What stands for letters of other scripts may be none.
  if (plain !== undefined && !plain.includes('xn--')) return plain
  return parseUrl(url)?.hostname ?? ''
}

/** The entries of a feed are nearly all of one host. */
const findOf = remember(
  (hostname: string) => findTenant(hostname) ?? getDomain(hostname, { allowPrivateDomains: true }) ?? hostname,
  100,
)

/** The name below a house: "www.alice.wordpress.com" is of alice.wordpress.com; "www" is nobody's. */
function findTenant(hostname: string): string | undefined {
  const labels = hostname.split('.')
  const at = labels.findIndex((_, place) => place > 0 && isHouse.has(labels.slice(place).join('.')))
  return at < 1 || labels[at - 1] === 'www' ? undefined : labels.slice(at - 1).join('.')
}
