/** What of an address anybody may read. */
export function hidePassword(address: string): string {
  if (!URL.canParse(address)) return 'the database'
  const { protocol, username, host, pathname } = new URL(address)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
