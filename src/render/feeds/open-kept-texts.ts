import { escapeXml } from '../../text/escape-xml.ts'

/** From one byte of a file to another. */
type Piece = { from: number; to: number }

/** Pieces of a file of the site, as they stand on disk; `undefined` where they cannot be read. */
export type ReadPieces = (path: string, pieces: readonly Piece[]) => Uint8Array[] | undefined

/** The place of an entry's text in a feed: the whole text, the same as in every other feed. */
type KeptText = Piece & { number: number; publishedId: string }

/** Entries whose places are remembered. The texts of any others are made once more. */
const most = 200_000

/**
 * Where the texts of entries stand that this rendering has made: in the feeds of blogs, written just before. The archive has the same
 * texts, so it reads them from these files: the entry need not be read from the state, nor its text made again. Where a file no longer
 * holds what was written, the text counts as missing.
 */
export type KeptTexts = {
  keep(path: string, texts: readonly KeptText[]): void
  /** The texts of entries with `from <= number < to`, by their numbers. */
  find(from: number, to: number): Map<number, Uint8Array>
}

export function openKeptTexts(read: ReadPieces): KeptTexts {
  const places = new Map<number, { path: string; text: KeptText }>()
  return {
    keep(path, texts) {
      for (const text of texts) if (places.size < most) places.set(text.number, { path, text })
    },
    find(from, to) {
      const byPath = new Map<string, KeptText[]>()
      for (let number = from; number < to; number++) {
        const place = places.get(number)
        if (place === undefined) continue
        const others = byPath.get(place.path)
        if (others === undefined) byPath.set(place.path, [place.text])
        else others.push(place.text)
      }
      const found = new Map<number, Uint8Array>()
      for (const [path, texts] of byPath) {
        const pieces = read(path, texts) ?? []
        for (const [index, text] of texts.entries()) {
          const piece = pieces[index]
          if (piece !== undefined && isOf(piece, text)) found.set(text.number, piece)
        }
      }
      return found
    },
  }
}

/** Whether the bytes are this entry's: its id is the first `<id>` in an entry. */
function isOf(piece: Uint8Array, { publishedId }: KeptText): boolean {
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  const id = bytes.indexOf('<id>')
  const said = Buffer.from(`<id>${escapeXml(publishedId)}</id>`)
  const isSaid = id >= 0 && bytes.subarray(id, id + said.length).equals(said)
  return isSaid && bytes.subarray(0, 6).equals(start) && bytes.subarray(-8).equals(end)
}

const start = Buffer.from('<entry')
const end = Buffer.from('</entry>')
