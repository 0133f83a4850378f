/** One file of the site. */
export type SiteFile = {
  /** Relative, with "/": "2019/04/03/index.html". */
  path: string
  bytes: string | Uint8Array
}

/** The same of one that is large, as what stands there one behind the other: whole, it is nowhere but in the memory of who writes it. */
export type PartedFile = { path: string; parts: readonly (string | Uint8Array)[] }

/** What the search knows of an entry. */
export type SearchRecord = {
  /** From the root of the site. */
  url: string
  /** Plain text. */
  content: string
  language: string
  /** What is shown of it. */
  meta: Record<string, string>
  filters: Record<string, string[]>
  sort: Record<string, string>
}
