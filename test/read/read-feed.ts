import type { ParsedFeed, ReadResult } from '../../src/model.ts'
import { read } from '../../src/normalize/read/read.ts'
import type { TreeReader } from '../../src/normalize/read/xml/parse-tree.ts'

export type ReadOptions = { contentType?: string; baseUrl?: string; reader?: TreeReader }

/** Read a document as if it had been fetched. */
export function readDocument(body: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const baseUrl = options.baseUrl ?? 'https://blog.example/feed.xml'
  return read({ body: bytes, contentType: options.contentType, baseUrl }, options.reader)
}

/** The same, for documents that are feeds. */
export async function readFeed(body: string | Uint8Array, options: ReadOptions = {}): Promise<ParsedFeed> {
  const result = await readDocument(body, options)
  if (result.kind === 'unreadable') throw new Error(`${result.problem.code}: ${result.problem.message}`)
  return result.feed
}

/** An Atom feed around its inside. */
export function atom(inside: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><id>urn:feed</id><title>Feed</title>
<updated>2026-01-01T00:00:00Z</updated>${inside}</feed>`
}

/** An Atom entry around its inside. */
export function entry(inside: string, attributes = ''): string {
  return `<entry${attributes}><id>urn:1</id><updated>2026-01-02T00:00:00Z</updated>${inside}</entry>`
}

/** An RSS 2.0 feed with one item. */
export function rss(item: string, attributes = '', channel = ''): string {
  return `<rss version="2.0"${attributes}><channel><title>Feed</title><link>https://blog.example/</link>${channel}
<item>${item}</item></channel></rss>`
}

export const namespaces = {
  content: ' xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  dc: ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
  media: ' xmlns:media="http://search.yahoo.com/mrss/"',
  itunes: ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  atom: ' xmlns:atom="http://www.w3.org/2005/Atom"',
}
