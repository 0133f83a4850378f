import { parseUrl } from './parse-url.ts'
/** The parts of an address that anybody may read. */
export function hidePassword(address: string): string {
  const url = parseUrl(address)
  if (url === undefined) return 'the database'
  const { protocol, username, host, pathname } = url
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
