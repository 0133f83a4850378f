import { getDomain } from 'tldts'
import { remember } from './remember.ts'

/**
 * The registrable domain of an address: "blog.example.co.uk" is of example.co.uk, and alice.github.io of nobody else (the
 * Public Suffix List, its private part included). A host without one, such as an IP address, is its own.
 *
 * The list takes 20 ms to load: import this where it is needed.
 *
 * @returns `undefined` where the address has no host
 */
export function findDomain(url: string): string | undefined {
  const hostname = URL.canParse(url) ? new URL(url).hostname : ''
  return hostname === '' ? undefined : findOf(hostname)
}

/** The entries of a feed are nearly all of one host. */
const findOf = remember((hostname: string) => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname, 100)
