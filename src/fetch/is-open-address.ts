import { isLocalName, isPrivateAddress } from './private-address.ts'

/**
 * Whether an address that others have listed may be asked: none in a private network is, also none that the operator lets his own
 * feeds reach. A name that leads there is found out when it is dialled.
 */
export function isOpenAddress(address: string, allowPrivate: string[]): boolean {
  const { hostname, port, protocol } = new URL(address)
  const hostPort = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
  return !isPrivateAddress(hostname) && !isLocalName(hostname) && !allowPrivate.includes(hostPort)
}
