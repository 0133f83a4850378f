import { getDomain } from 'tldts'
import { parseUrl } from './parse-url.ts'
import { remember } from './remember.ts'

/** A host that stands there as a reader of addresses gives it back: in small letters of ASCII, and no number. */
const plainHost = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]+)(?:[/?#]|$)/

/**
 * The registrable domain of an address: "blog.example.co.uk" is of example.co.uk, and alice.github.io of nobody else (the
 * Public Suffix List, its private part included). A host without one, such as an IP address, is its own.
 *
 * The list takes 20 ms to load: import this where it is needed.
 *
 * @returns `undefined` where the address has no host
 */
export function findDomain(url: string): string | undefined {
  const hostname = readHost(url)
  return hostname === '' ? undefined : findOf(hostname)
}

function readHost(url: string): string {
  const plain = plainHost.exec(url)?.[1]
  // What stands for letters of other scripts may be none.
  if (plain !== undefined && !plain.includes('xn--')) return plain
  return parseUrl(url)?.hostname ?? ''
}

/** The entries of a feed are nearly all of one host. */
const findOf = remember((hostname: string) => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname, 100)
