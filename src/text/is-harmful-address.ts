/** What runs, or shows, what it holds: a reader who follows such an address does what the feed says. */
const harmful = /^(javascript|vbscript|livescript|data|blob|filesystem|file|jar|view-source|about):/i

/** Whether an absolute address is none to put before a reader, as an id or as anything else that may be followed. */
export function isHarmfulAddress(address: string): boolean {
  return harmful.test(address)
}
