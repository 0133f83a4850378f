/** An entry of a made-up feed. Dates are ISO 8601; what is left out is left out of the feed. */
export type Post = {
  id?: string
  link?: string
  title?: string
  date?: string
  updated?: string
  text?: string
  category?: string
  author?: string
  language?: string
}

/** What a server gives on one day: entries of the usual feed, a feed that says something else of itself, or any bytes. */
export type Served =
  | Post[]
  | { title?: string; site?: string; language?: string; posts: Post[]; more?: string }
  | string

/** The usual blog of each path: "/a" is Blog A of https://a.example/, in English. */
export function renderFeed(path: string, served: Served): string {
  if (typeof served === 'string') return served
  const about = Array.isArray(served) ? { posts: served } : served
  const letter = path.slice(1)
  const { title = `Blog ${letter.toUpperCase()}`, site = `https://${letter}.example/`, language = 'en' } = about
  return `<?xml version="1.0"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
${element('title', title)}${element('link', site)}${element('language', language)}
${about.posts.map(renderPost).join('\n')}
${about.more ?? ''}</channel></rss>`
}

function renderPost({ id, link, title, date, updated, text, category, author, language }: Post): string {
  return [
    '<item>',
    id === undefined ? '' : `<guid isPermaLink="false">${escapeText(id)}</guid>`,
    element('link', link),
    element('title', title),
    element('pubDate', date === undefined ? undefined : new Date(date).toUTCString()),
    element('atom:updated', updated),
    element('category', category),
    element('dc:creator', author),
    element('dc:language', language),
    element('description', text ?? `Text of ${title ?? id ?? link}`),
    '</item>',
  ].join('')
}

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeText(text)}</${name}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A post as most blogs have it: id and link are its address, made from its title. */
export function post(title: string, day: string, more: Post = {}): Post {
  const link = `https://a.example/${title.toLowerCase().replaceAll(' ', '-')}`
  return { id: link, link, title, date: `2026-${day}T09:00:00Z`, ...more }
}

/** The same posts at another address: ids and links begin otherwise. */
export function moved(posts: Post[], from: string, to: string): Post[] {
  const move = (text: string | undefined) => text?.replace(from, to)
  return posts.map((one) => ({ ...one, ...optional('id', move(one.id)), ...optional('link', move(one.link)) }))
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
}
