/**
 * What a configuration of another planet, or a list of feeds, says in the words of feeds.yaml. Plain data: every reader makes it,
 * and `renderImported` writes it down.
 */
export type ImportedPlanet = {
  /** What kind of file it was, for people: "OPML". */
  format: string
  settings: Setting[]
  /** Where a feed stands twice, what is said of it last counts, as it did there; else what is said first. */
  lastCounts?: true
  /** Feeds, reading lists and comments, in the order of the file. */
  items: ImportedItem[]
  notes: ImportNote[]
  /** Other files that it names as parts of itself. */
  parts?: { name: string; line: number }[]
  /** What is said of every feed that says nothing else, those of its parts among them. */
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
  /** Lines above it, without their marks; an empty one is a blank line. */
  comments: string[]
  line: number
} & (
  | { kind: 'feed'; url: string; keys: Map<string, unknown>; inside: string[] }
  | { kind: 'list'; url: string; keys: Map<string, unknown>; inside: string[] }
  | { kind: 'comment' }
)

export type ImportedFeed = Extract<ImportedItem, { kind: 'feed' }>

/** What becomes of a thing: it stands there as it was, otherwise, not at all; or only the operator can know. */
export type NoteGroup = 'kept' | 'changed' | 'dropped' | 'needs you'

export type ImportNote = {
  group: NoteGroup
  line: number | undefined
  /** The file that the line is of, where the one that was read names it as a part of itself. */
  file?: string
  message: string
  /** What could not be taken over is a comment of a new feeds.yaml, at its place; what is there already is not added to. */
  isComment?: true
}
