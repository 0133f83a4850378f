import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config/schema.ts'
import { openCalendar } from '../render/dates/open-calendar.ts'
import { makeAnchor } from '../render/paths/make-anchor.ts'
import { spanPath } from '../render/paths/page-path.ts'
import type { FoundEntry } from '../store/store.ts'
import { escapeXml } from '../text/escape-xml.ts'

/** The files of the site that contain an entry, as they are on disk: the front page, the feeds, the pages of its day, month, blog. */
export async function findPages(
  { publishedId, position }: FoundEntry,
  slug: string | undefined,
  { timezone, language }: Config,
  folder: string,
): Promise<string[]> {
  const calendar = await openCalendar(timezone, language)
  const day = calendar.dayOf(position)
  const blog = slug === undefined ? [] : [`blog/${slug}/index.html`, `blog/${slug}/atom.xml`]
  const files = ['index.html', 'atom.xml', 'rss.xml', 'feed.json', spanPath(day), spanPath(day.slice(0, 7)), ...blog]
  const marks = [makeAnchor(publishedId), `>${escapeXml(publishedId)}<`, JSON.stringify(publishedId)]
  const found: string[] = []
  for (const file of files) {
    const text = await readFile(path.join(folder, file), 'utf8').catch(() => '')
    if (marks.some((revision) => text.includes(revision))) found.push(file)
  }
  return found
}
