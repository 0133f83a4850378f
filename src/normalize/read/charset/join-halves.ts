/**
 * Turn CESU-8 (Unicode Technical Report 26) into UTF-8. In it, a character beyond the first 65,536 is written as the two halves that UTF-16
 * makes of it, three bytes each: so Java and Oracle write emoji.
 *
 * @returns `undefined` where there is none
 */
export function joinHalves(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const high = halfAt(bytes, at)
    const low = halfAt(bytes, at + 3)
    if (high < 0xd800 || high > 0xdbff || low < 0xdc00) continue
    parts.push(bytes.subarray(from, at), Buffer.from(String.fromCharCode(high, low)))
    from = at + 6
    at += 5
  }
  return parts.length === 0 ? undefined : Buffer.concat([...parts, bytes.subarray(from)])
}

/** The half (a UTF-16 surrogate) that three bytes encode; 0 where they encode none. */
function halfAt(bytes: Uint8Array, at: number): number {
  const [first, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const isHalf = first === 0xed && second >= 0xa0 && second < 0xc0 && third >= 0x80 && third < 0xc0
  return isHalf ? 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f) : 0
}
