/** What the addresses of one feed have in common, however it is spelled: without scheme, `www.`, a slash at the end. */
export function makeFeedKey(address: string): string {
  const url = new URL(address)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
