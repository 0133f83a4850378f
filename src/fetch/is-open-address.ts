import { isLocalName, isPrivateAddress } from './private-address.ts'

/**
 * Whether an address from somebody else's list may be asked: never one in a private network, nor one that the operator allows to his own
 * feeds only. A name that leads to a private address is refused when it is dialled.
 */
export function isOpenAddress(address: string, allowPrivate: string[]): boolean {
  const { hostname, port, protocol } = new URL(address)
  const hostPort = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
  return !isPrivateAddress(hostname) && !isLocalName(hostname) && !allowPrivate.includes(hostPort)
}
