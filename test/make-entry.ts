import type { ParsedEntry } from '../src/model.ts'

/** A parsed entry for tests: absent but for what a test is about. */
export function makeEntry(about: Partial<ParsedEntry> = {}): ParsedEntry {
  const entry: ParsedEntry = {
    id: undefined,
    link: undefined,
    title: undefined,
    titleHtml: about.title,
    summaryHtml: undefined,
    contentHtml: undefined,
    published: undefined,
    updated: undefined,
    authors: [],
    contributors: [],
    links: [],
    source: undefined,
    categories: [],
    language: undefined,
    enclosures: [],
    image: undefined,
    commentsUrl: undefined,
    rights: undefined,
    sourceHash: '',
    ...about,
  }
  return { ...entry, sourceHash: about.sourceHash ?? [entry.title, entry.summaryHtml, entry.contentHtml].join('|') }
}
