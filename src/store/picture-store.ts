import type { KnownPicture, ParsedEntry } from '../model.ts'

/**
 * What a planet remembers of pictures: which entries show them, and the results of asking for them. Their copies are files beside the
 * database.
 */
export interface PictureStore {
  /**
   * Index which entries show which pictures: for entries that changed since the last time, or for all.
   *
   * @param mode whether copies are kept, or sizes alone; `undefined`: neither, and all is forgotten
   * @param list the addresses of the pictures of an entry
   */
  index(mode: PictureMode | undefined, list: (entry: ParsedEntry) => string[]): Promise<void>
  /** Set the faces of feeds that are wanted; what is known of other faces is forgotten. */
  wantFaces(faces: WantedFace[]): Promise<void>
  /**
   * Take the pictures to ask for now, so that no other fetcher asks for them within ten minutes: those of the newest entries first; where
   * there is no room left, only pictures newer than the kept ones.
   *
   * @param since pictures of older entries are not wanted
   * @returns at most `limit` pictures, and how many wait in all
   */
  due(
    now: Date,
    since: Date | undefined,
    maxTotalBytes: number,
    limit: number,
  ): Promise<{ pictures: DuePicture[]; waiting: number }>
  /** Save the results of asking. Entries whose pictures have come are touched. */
  save(outcomes: PictureOutcome[]): Promise<void>
  /** Give up copies, those of the oldest entries first, until the rest has no more bytes than this. */
  trim(maxTotalBytes: number): Promise<void>
  /** What is known of pictures, by address; unknown pictures are left out. */
  find(addresses: string[]): Promise<Map<string, KnownPicture>>
  /** What is known of the faces that were wanted. */
  faces(): Promise<KnownFace[]>
  /** Mark copies as missing, by their hash: their pictures are asked for again at `nextTry`. */
  lose(hashes: string[], nextTry: Date): Promise<void>
  /** Copies that are no longer needed; call `forgetGone` once they are deleted. */
  gone(): Promise<{ hash: string; widths: number[] }[]>
  forgetGone(): Promise<void>
  files: PictureFiles
}

/** Copies of pictures on disk, beside the database. */
export type PictureFiles = {
  placeOf(hash: string, width: number): string
  write(hash: string, copies: { width: number; bytes: Uint8Array }[]): void
  remove(hash: string, widths: number[]): void
}

/** Whether copies of pictures are kept, or only their sizes. */
export type PictureMode = 'cache' | 'measure'

/** A picture beside the name of a feed: at an address (`face`), or the icon that the page at the address names (`icon`). */
export type WantedFace = { feed: string; kind: 'face' | 'icon'; address: string }

/** `state`: there is a copy, there may be one later, or there will be none. */
type KnownFace = WantedFace & { state: 'kept' | 'waiting' | 'failed'; picture: KnownPicture }

/** A picture to ask for. `feed`: the address of a feed that shows it. */
export type DuePicture = {
  key: string
  kind: 'entry' | 'face' | 'icon'
  address: string
  feed: string
  failures: number
}

/** The result for one picture. Failed without `nextTry`: it is not asked for again. */
export type PictureOutcome = { key: string } & (
  | { kind: 'kept'; width: number; height: number; hash: string; widths: number[]; moves: boolean; bytes: number }
  | { kind: 'measured'; width: number; height: number }
  | { kind: 'failed'; problem: string; nextTry: Date | undefined }
  | { kind: 'waiting'; nextTry: Date }
)
