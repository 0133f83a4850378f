import type { ParsedEntry, ParsedFeed, Person, ReadResult } from '../model.ts'

/** What `planet inspect --json` prints of one input: absent is null, lists may be empty, dates are ISO 8601 in UTC. */
export type Inspection = ReturnType<typeof makeInspection>

/** @param source the input as given on the command line */
export function makeInspection(source: string, result: ReadResult) {
  if (result.kind === 'unreadable') {
    return { source, ok: false, error: result.problem.message, warnings: [], feed: null, entries: [] }
  }
  const { feed } = result
  return {
    source,
    ok: true,
    error: null,
    warnings: feed.warnings,
    feed: makeFeed(feed),
    entries: feed.entries.map(makeEntry),
  }
}

function makeFeed({ format, about, deleted }: ParsedFeed) {
  const { schedule } = about
  return {
    format,
    id: about.id ?? null,
    title: about.title ?? null,
    subtitle: about.subtitle ?? null,
    link: about.link ?? null,
    feedUrl: about.feedUrl ?? null,
    language: about.language ?? null,
    updated: about.updated ?? null,
    author: makePerson(about.authors[0]),
    authors: about.authors.map(makePerson),
    image: about.image ?? null,
    rights: about.rights ?? null,
    license: about.license ?? null,
    generator: about.generator ?? null,
    schedule: schedule === undefined ? null : { ...schedule, interval: schedule.interval ?? null },
    deleted: deleted.map(({ id, at }) => ({ id, at: at ?? null })),
  }
}

function makeEntry(entry: ParsedEntry) {
  const { source } = entry
  return {
    id: entry.id ?? null,
    link: entry.link ?? null,
    title: entry.title ?? null,
    titleHtml: entry.titleHtml ?? null,
    summaryHtml: entry.summaryHtml ?? null,
    contentHtml: entry.contentHtml ?? null,
    published: entry.published ?? null,
    updated: entry.updated ?? null,
    author: makePerson(entry.authors[0]),
    authors: entry.authors.map(makePerson),
    contributors: entry.contributors.map(makePerson),
    links: entry.links.map(({ rel, href, type }) => ({ rel, href, type: type ?? null })),
    source:
      source === undefined ? null : { id: source.id ?? null, title: source.title ?? null, link: source.link ?? null },
    categories: entry.categories.map(({ label, term }) => label ?? term),
    categoryDetails: entry.categories.map(({ term, scheme, label }) => ({
      term,
      scheme: scheme ?? null,
      label: label ?? null,
    })),
    language: entry.language ?? null,
    enclosures: entry.enclosures.map(({ url, type, length }) => ({ url, type: type ?? null, length: length ?? null })),
    commentsUrl: entry.commentsUrl ?? null,
    image: entry.image ?? null,
    rights: entry.rights ?? null,
  }
}

function makePerson(person: Person | undefined) {
  return person === undefined
    ? null
    : { name: person.name ?? null, url: person.url ?? null, email: person.email ?? null }
}
