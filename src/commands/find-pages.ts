import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { outputFiles } from '../config/check-output.ts'
import type { Config } from '../config/schema.ts'
import { openCalendar } from '../render/dates/open-calendar.ts'
import { makeAnchor } from '../render/paths/make-anchor.ts'
import { blogPath, feedBeside, languagePath, spanPath, tagPath } from '../render/paths/page-path.ts'
import type { FoundEntry, StoredFeed } from '../store/store.ts'
import { escapeXml } from '../text/escape-xml.ts'
import { foldText } from '../text/parse-pattern.ts'

/** The files of the site that contain an entry, as they are on disk: the front page, the feeds, the pages of its days, blog and topics. */
export async function findPages(
  { publishedId, position, entry }: FoundEntry,
  feed: StoredFeed | undefined,
  { timezone, language, aliases }: Config,
  folder: string,
): Promise<string[]> {
  const calendar = await openCalendar(timezone, language)
  const day = calendar.dayOf(position)
  const tags = [...(feed?.source.tags ?? []), ...(entry?.categories ?? []).map(({ term }) => foldText(term))]
  const spoken = entry?.language ?? feed?.source.language
  const topics = [...tags.map(tagPath), ...(spoken === undefined ? [] : [languagePath(spoken)])]
  const pages = [...(feed?.slug === undefined ? [] : [blogPath(feed.slug)]), ...topics]
  const files = [
    ...[outputFiles.html, outputFiles.atom, outputFiles.rss, outputFiles.json, outputFiles.rss10],
    ...aliases.map((alias) => alias.path),
    ...[day, day.slice(0, 7), day.slice(0, 4)].map(spanPath),
    'titles/index.html',
    ...pages.flatMap((page) => [page, feedBeside(page)]),
  ]
  const marks = [makeAnchor(publishedId), `>${escapeXml(publishedId)}<`, JSON.stringify(publishedId)]
  const found: string[] = []
  for (const file of new Set(files)) {
    const text = await readFile(path.join(folder, file), 'utf8').catch(() => '')
    if (marks.some((mark) => text.includes(mark))) found.push(file)
  }
  return found
}
