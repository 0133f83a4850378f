import { getDomain } from 'tldts'
import { parseUrl } from './parse-url.ts'
import { remember } from './remember.ts'

/** A host already written as the URL parser would return it: in lower-case ASCII, and no IP address. */
const plainHost = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]+)(?:[/?#]|$)/

/** Domains under which each name is somebody else's blog, as under github.io, though they are not in the Public Suffix List. */
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

/** The domains that blogs under these had before this table, by the Public Suffix List alone. */
export const formerDomains: readonly string[] = [...houses, 'fc2.com']

/** A folder that belongs to a person: `/~alice/`, `/@alice`, `/feed/@alice`, `/@alice.rss`. */
const person = /^[a-z]+:\/\/[^/?#]+\/(?:feeds?\/)?((?:[~@]|%7e|%40)[^/?#]+)/i

/**
 * The registrable domain of an address: "blog.example.co.uk" is of example.co.uk, while alice.github.io is a domain of its own (Public
 * Suffix List, private part included), and so is alice.wordpress.com. A host without a registrable domain, such as an IP address, stands
 * for itself. A folder that belongs to a person counts as a domain, too: "example.edu/~alice".
 *
 * The list takes 20 ms to load: import this where it is needed.
 *
 * @returns `undefined` where the address has no host
 */
export function findDomain(url: string): string | undefined {
  const hostname = readHost(url)
  return hostname === '' ? undefined : findOf(hostname) + findPerson(url)
}

/** Whether the address is in a person's folder on a host that many share. */
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
  // The `xn--` form of other scripts may be invalid.
  if (plain !== undefined && !plain.includes('xn--')) return plain
  return parseUrl(url)?.hostname ?? ''
}

/** Remembered, since nearly all entries of a feed have one host. */
const findOf = remember(
  (hostname: string) => findTenant(hostname) ?? getDomain(hostname, { allowPrivateDomains: true }) ?? hostname,
  100,
)

/** The blog's own domain under one of the `houses`: alice.wordpress.com for "www.alice.wordpress.com"; "www" alone is no blog. */
function findTenant(hostname: string): string | undefined {
  const labels = hostname.split('.')
  const at = labels.findIndex((_, place) => place > 0 && isHouse.has(labels.slice(place).join('.')))
  return at < 1 || labels[at - 1] === 'www' ? undefined : labels.slice(at - 1).join('.')
}
