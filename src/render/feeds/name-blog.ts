import { escapeXml } from '../../text/escape-xml.ts'
import type { FeedEntry } from './feed-document.ts'

/**
 * An entry under a title that names its blog, for readers that show no source: "{blog}: {title}". An entry without a title gets its blog's
 * name.
 *
 * @param format contains `{title}`, and perhaps `{blog}` and `{author}`
 */
export function nameBlog(entry: FeedEntry, format: string): FeedEntry {
  const blog = entry.source.title
  if (entry.title === undefined) return { ...entry, title: blog, titleHtml: undefined }
  const author = entry.authors.map(({ name }) => name).join(', ')
  const fill = (title: string, write: (text: string) => string) =>
    format.split(/(\{\w+\})/).map((part) => {
      if (part === '{title}') return title
      return write(part === '{blog}' ? blog : part === '{author}' ? author : part)
    })
  const html = entry.titleHtml === undefined ? undefined : fill(entry.titleHtml, escapeXml).join('')
  return { ...entry, title: fill(entry.title, (text) => text).join(''), titleHtml: html }
}
