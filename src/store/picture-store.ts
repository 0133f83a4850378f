import type { KnownPicture, ParsedEntry } from '../model.ts'

/** What a planet remembers of pictures: which entries show them, what came of asking for them. Their copies are files beside it. */
export interface PictureStore {
  /**
   * Keep account of which entries show which pictures: of those that changed since it was last done, or of all.
   *
   * @param mode whether copies are kept, or sizes alone; `undefined`: neither, and all is forgotten
   * @param list the addresses of the pictures of an entry
   */
  index(mode: PictureMode | undefined, list: (entry: ParsedEntry) => string[]): Promise<void>
  /** The faces of feeds that are wanted; what is known of others is forgotten. */
  wantFaces(faces: WantedFace[]): Promise<void>
  /**
   * Take what is to be asked for now, so that no other fetcher does within ten minutes: pictures of the newest entries first; where
   * there is no room any more, only what is newer than what is kept.
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
  /** What came of asking. Entries whose pictures have come are touched. */
  save(outcomes: PictureOutcome[]): Promise<void>
  /** Let go of what is kept, that of the oldest entries first, until it has no more bytes than this. */
  trim(maxTotalBytes: number): Promise<void>
  /** What is known of pictures, by address; those that nothing is known of are left out. */
  find(addresses: string[]): Promise<Map<string, KnownPicture>>
  /** What is known of the faces that were wanted. */
  faces(): Promise<KnownFace[]>
  /** Copies that are not where they should be, by their hash: their pictures are asked for again, then. */
  lose(hashes: string[], nextTry: Date): Promise<void>
  /** Copies that nobody needs any more; `forgetGone` once they are deleted. */
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

/** Whether copies are kept, or only what size a picture has. */
export type PictureMode = 'cache' | 'measure'

/** A picture beside the name of a feed: at an address, or the one that a site names as its icon. */
export type WantedFace = { feed: string; kind: 'face' | 'icon'; address: string }

/** `state`: whether there is a copy of it, there may be one, or there will be none. */
type KnownFace = WantedFace & { state: 'kept' | 'waiting' | 'failed'; picture: KnownPicture }

/** A picture to ask for. `feed`: the address of a feed that shows it. */
export type DuePicture = {
  key: string
  kind: 'entry' | 'face' | 'icon'
  address: string
  feed: string
  failures: number
}

/** What came of one: no `nextTry`: it is not asked for again. */
export type PictureOutcome = { key: string } & (
  | { kind: 'kept'; width: number; height: number; hash: string; widths: number[]; moves: boolean; bytes: number }
  | { kind: 'measured'; width: number; height: number }
  | { kind: 'failed'; problem: string; nextTry: Date | undefined }
  | { kind: 'waiting'; nextTry: Date }
)
