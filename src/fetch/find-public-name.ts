import { isIP } from 'node:net'
import { parseUrl } from '../text/parse-url.ts'
import { isLocalName } from './private-address.ts'

const privateZones = /\.(local|internal|intranet|lan|home|corp|private|home\.arpa)$/

/** The host of an address; `undefined` for a literal address or a private name, behind which there may be many unrelated servers. */
export function findPublicName(url: string): string | undefined {
  const hostname = parseUrl(url)?.hostname.replace(/\.$/, '') ?? ''
  const isPrivate = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || isLocalName(hostname) || privateZones.test(hostname)
  return isPrivate || !hostname.includes('.') ? undefined : hostname
}
