import { findPublicName } from './find-public-name.ts'

/** Hosts whose feeds kept us waiting for nothing in this run. */
export type SlowHosts = {
  /** @param isLost the feed kept us waiting for long, and no answer came */
  note(url: string, isLost: boolean): Promise<void>
  /** Whether the feeds of this host that are left had better be asked in the next run. */
  isGivenUp(url: string): boolean
}

/** Feeds in a row that are lost at one host, or at hosts of one domain, before the rest of its feeds is left to the next run. */
const mostOfHost = 3
const mostOfDomain = 10

/**
 * A host is asked for one feed at a time: at one that does not answer, a hundred feeds would hold up a run for an hour, and so would a
 * thousand names of one domain, which somebody's list of feeds may have. Those that were asked are asked less often from then on, so that in
 * the next runs the others have their turn. Behind a private name or a literal address there may be many unrelated servers: nothing is counted there.
 */
export function makeSlowHosts(): SlowHosts {
  const lost = new Map<string, number>()
  /** Loaded with the first feed that is lost: the list of domains is large. */
  let findDomain: ((url: string) => string | undefined) | undefined
  const keysOf = (name: string) => [`host ${name}`, `domain ${findDomain?.(`https://${name}`)}`]
  return {
    async note(url, isLost) {
      const name = !isLost && lost.size === 0 ? undefined : findPublicName(url)
      if (name === undefined) return
      findDomain ??= (await import('../text/find-domain.ts')).findDomain
      for (const key of keysOf(name)) {
        if (isLost) lost.set(key, (lost.get(key) ?? 0) + 1)
        else lost.delete(key)
      }
    },
    isGivenUp(url) {
      const name = lost.size === 0 ? undefined : findPublicName(url)
      if (name === undefined) return false
      const [ofHost = 0, ofDomain = 0] = keysOf(name).map((key) => lost.get(key))
      return ofHost >= mostOfHost || ofDomain >= mostOfDomain
    },
  }
}
