/** Documents for the fault server. Every one that can be read at all has an entry "Kept" beside what is wrong with it. */

export const kept = item('<title>Kept</title><guid>kept</guid>')

export function item(inside: string): string {
  return `<item>${inside}</item>`
}

export function rss(inside = kept, title = 'Blog', declaration = '<?xml version="1.0" encoding="utf-8"?>'): string {
  return `${declaration}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://blog.example/</link>${inside}</channel></rss>`
}

export function atom(inside: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:feed</id><title>Blog</title><updated>2020-01-01T00:00:00Z</updated><entry><id>urn:kept</id><title>Kept</title><updated>2020-01-01T00:00:00Z</updated></entry>${inside}</feed>`
}

export function json(items: object[], about: object = {}): string {
  const all = [{ id: 'kept', title: 'Kept', content_text: 'x' }, ...items]
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Blog', ...about, items: all })
}

/** Entities that grow tenfold at each of nine levels. */
export const billionLaughs = rss(
  item('<title>&lol9;</title>') + kept,
  'Blog',
  `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, index) => {
    const before = index === 0 ? 'lol' : `lol${index}`
    return `<!ENTITY lol${index + 1} "${`&${before};`.repeat(10)}">`
  }).join('')}]>`,
)

export const quadraticBlowup = rss(
  item(`<title>${'&a;'.repeat(50_000)}</title>`) + kept,
  'Blog',
  `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50_000)}">]>`,
)
