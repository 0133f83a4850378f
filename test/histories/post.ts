/** A post of an invented blog, as one version of its feed has it. */
export type Post = {
  title?: string | undefined
  /** Absent: no guid. */
  id?: string | undefined
  link?: string | undefined
  /** ISO 8601; absent: no date. */
  date?: string | undefined
  updated?: string | undefined
  text?: string | undefined
}

export type Blog = { title?: string; link?: string; language?: string }

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const element = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escapeText(text)}</${name}>`

/** One version of a blog's feed, as RSS. */
export function renderVersion(
  posts: Post[],
  { title = 'Blog', link = 'https://blog.example/', language = 'en' }: Blog = {},
): string {
  const items = posts.map(
    (post) =>
      `<item>${element('title', post.title)}${post.id === undefined ? '' : `<guid isPermaLink="false">${escapeText(post.id)}</guid>`}${element('link', post.link)}${element('pubDate', post.date && new Date(post.date).toUTCString())}${element('atom:updated', post.updated)}${element('description', post.text ?? (post.title && `About ${post.title}`))}</item>`,
  )
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${element('title', title)}${element('link', link)}${element('language', language)}${items.join('')}</channel></rss>`
}

/** Posts that differ in their number and day: "Post 1" of January 1, at /1. */
export function posts(from: number, to: number, change: (post: Post, number: number) => Post = (post) => post): Post[] {
  const numbers = Array.from({ length: Math.abs(to - from) + 1 }, (_, index) =>
    from < to ? from + index : from - index,
  )
  return numbers.map((number) => {
    const date = new Date(Date.UTC(2026, 0, 1) + (number - 1) * 86_400_000).toISOString()
    const link = `https://blog.example/${number}`
    return change({ title: `Post ${number}`, id: link, link, date }, number)
  })
}
