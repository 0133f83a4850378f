import { isIP } from 'node:net'
import { parseUrl } from '../text/parse-url.ts'
import { isLocalName } from './private-address.ts'

/** Hosts that asked to be left alone (429), and until when. */
export type HostWaits = {
  leaveAlone(url: string, until: Date): void
  /** Until when nobody may ask this address; `undefined`: now. */
  hostRetryAfter(url: string, now: Date): Date | undefined
}

/**
 * A host that limits how often it is asked counts all that we ask of it (H-16). Behind a private name, many servers that
 * have nothing to do with one another may live: there, the limit is the address's own.
 */
export function makeHostWaits(): HostWaits {
  const waits = new Map<string, Date>()
  return {
    leaveAlone(url, until) {
      const host = publicName(url)
      if (host !== undefined && until > (waits.get(host) ?? new Date(0))) waits.set(host, until)
    },
    hostRetryAfter(url, now) {
      const until = waits.get(publicName(url) ?? '')
      return until !== undefined && until > now ? until : undefined
    },
  }
}

const privateZones = /\.(local|internal|intranet|lan|home|corp|private|home\.arpa)$/

function publicName(url: string): string | undefined {
  const hostname = parseUrl(url)?.hostname.replace(/\.$/, '') ?? ''
  const isPrivate = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || isLocalName(hostname) || privateZones.test(hostname)
  return isPrivate || !hostname.includes('.') ? undefined : hostname
}
