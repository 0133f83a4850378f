/** Where a gzip member's packed bytes begin (RFC 1952, section 2.3); `undefined` where there is none. */
function findPacked(bytes: Uint8Array, from: number): number | undefined {
  const flags = bytes[from + 3] ?? 0
  if (bytes[from] !== 0x1f || bytes[from + 1] !== 0x8b || bytes[from + 2] !== 8) return undefined
  let at = from + 10
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1 || bytes.length
  return flags & 2 ? at + 2 : at
}

/** Most bodies have one member; a hundred thousand empty ones would take minutes to look through. */
const mostMembers = 1000

/**
 * The members at the beginning of a body, without what a server wrote after them.
 *
 * @param inflate decompresses the data at the beginning, and returns how many bytes of it were taken; `undefined`: it is broken
 */
export async function findGzip(
  bytes: Uint8Array,
  inflate: (packed: Uint8Array) => Promise<number | undefined>,
): Promise<Uint8Array | undefined> {
  let end = 0
  let members = 0
  for (let at = findPacked(bytes, 0); at !== undefined; at = findPacked(bytes, end)) {
    members += 1
    if (members > mostMembers) return undefined
    const taken = await inflate(bytes.subarray(at))
    // A member ends with a checksum and the length of its text, four bytes each.
    if (taken === undefined || at + taken + 8 > bytes.length) break
    end = at + taken + 8
  }
  return end === 0 || end === bytes.length ? undefined : bytes.subarray(0, end)
}
