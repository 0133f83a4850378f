import { findPublicName } from './find-public-name.ts'

/** Hosts that asked to be left alone (429), and until when. */
export type HostWaits = {
  leaveAlone(url: string, until: Date): void
  /** The instant until which this address must not be asked; `undefined`: it may be asked now. */
  hostRetryAfter(url: string, now: Date): Date | undefined
}

/**
 * A host that limits requests counts all of ours, whichever feed they are for (H-16). Behind a private name or a literal address there may
 * be many unrelated servers: there, nothing is noted for the host, and a 429 concerns the one feed.
 */
export function makeHostWaits(): HostWaits {
  const waits = new Map<string, Date>()
  return {
    leaveAlone(url, until) {
      const host = findPublicName(url)
      if (host !== undefined && until > (waits.get(host) ?? new Date(0))) waits.set(host, until)
    },
    hostRetryAfter(url, now) {
      // Hardly any run meets a host that asks for that.
      const until = waits.size === 0 ? undefined : waits.get(findPublicName(url) ?? '')
      return until !== undefined && until > now ? until : undefined
    },
  }
}
