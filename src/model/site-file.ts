/** One file of the site. */
export type SiteFile = {
  /** Relative, with "/": "2019/04/03/index.html". */
  path: string
  bytes: string | Uint8Array
}

/** A large file of the site, as parts that follow one another: only the code that writes it joins them in memory. */
export type PartedFile = { path: string; parts: readonly (string | Uint8Array)[] }

/** An entry as the search index gets it. */
export type SearchRecord = {
  /** Address, relative to the root of the site. */
  url: string
  /** Plain text. */
  content: string
  language: string
  /** Texts that are shown with a result. */
  meta: Record<string, string>
  filters: Record<string, string[]>
  sort: Record<string, string>
}
