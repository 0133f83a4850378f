/**
 * The configuration of another planet, or a list of feeds, in the terms of feeds.yaml. Plain data: every reader of a format makes it, and
 * `renderImported` writes it as YAML.
 */
export type ImportedPlanet = {
  /** What kind of file it was, for people: "OPML". */
  format: string
  settings: Setting[]
  /** Where a feed is listed twice, its last values count, as they did in that program; if absent, the first values count. */
  lastCounts?: true
  /** Feeds, reading lists and comments, in the order of the file. */
  items: ImportedItem[]
  notes: ImportNote[]
  /** Other files that it names as parts of itself. */
  parts?: { name: string; line: number }[]
  /** Keys for every feed that does not set them itself, including the feeds of included parts. */
  feedDefaults?: Map<string, unknown>
}

/** One key of feeds.yaml outside of its lists: `['show', 'entries']`. */
export type Setting = {
  path: string[]
  value: unknown
  /** What stood above it, without marks. */
  comments: string[]
  line: number
}

export type ImportedItem = {
  /** Comment lines above the item, without their marks; an empty string is an empty comment line, `blankLine` a blank one. */
  comments: string[]
  line: number
} & (
  | { kind: 'feed'; url: string; keys: Map<string, unknown>; inside: string[] }
  | { kind: 'list'; url: string; keys: Map<string, unknown>; inside: string[] }
  | { kind: 'comment' }
)

export type ImportedFeed = Extract<ImportedItem, { kind: 'feed' }>

/** What became of an imported thing: kept as it was, changed, dropped; or only the operator can decide. */
export type NoteGroup = 'kept' | 'changed' | 'dropped' | 'needs you'

export type ImportNote = {
  group: NoteGroup
  line: number | undefined
  /** The file that has the line, where the file that was read includes it as a part. */
  file?: string
  message: string
  /**
   * The thing that could not be taken over is a comment at its place in a new feeds.yaml; an existing feeds.yaml does not get the comment.
   */
  isComment?: true
  /** Said of settings: nothing is to be said where they are not taken. */
  ofSettings?: true
}
