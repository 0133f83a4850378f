/** Schemes whose address itself holds what is run or shown, or leads into the machine: a reader who follows one does what the feed says. */
const harmful = /^(javascript|vbscript|livescript|data|blob|filesystem|file|jar|view-source|about):/i

/** Whether an absolute address must not be put before a reader, as an id or as anything else that may be followed. */
export function isHarmfulAddress(address: string): boolean {
  return harmful.test(address)
}
