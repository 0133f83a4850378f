/** A part with fewer bytes than this is copied into a block with others: by itself it would take more memory than its bytes. */
const crumb = 1024
const blockSize = 64 * 1024

/** The parts of a body as they come, in little more memory than their bytes, however small they are. */
export function openParts(): { add(part: Uint8Array): void; join(): Uint8Array } {
  const parts: Uint8Array[] = []
  let block = Buffer.alloc(0)
  let filled = 0
  const endBlock = (next: number) => {
    if (filled > 0) parts.push(block.subarray(0, filled))
    block = Buffer.alloc(next)
    filled = 0
  }
  return {
    add(part) {
      if (part.length >= crumb) {
        endBlock(0)
        parts.push(part)
        return
      }
      if (filled + part.length > block.length) endBlock(blockSize)
      block.set(part, filled)
      filled += part.length
    },
    join() {
      endBlock(0)
      return Buffer.concat(parts)
    },
  }
}
