/** A key that all spellings of one feed's address share: without scheme, `www.`, and a slash at the end. */
export function makeFeedKey(address: string): string {
  const url = new URL(address)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/(?<!\/)\/+$/, '')}${url.search}`
}
