import { expect, test } from 'vitest'
import { readDocument } from './read-feed.ts'

/** A turn of direction, an isolate, an order to a terminal, a control character; as they are, and as XML refers to them. */
const written = 'x\u202ey\u2066\u009d8;;http://evil.example/\u009c\u0085z'
const referred = 'x&#x202e;y&#x2066;&#x9d;8;;http://evil.example/&#x9c;&#x81;z'

const atom = (t: string) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<title>${t}</title><subtitle>${t}</subtitle><id>${t}</id><link href="http://a.example/${t}" title="${t}"/><rights>${t}</rights><icon>${t}</icon>
<generator>${t}</generator><author><name>${t}</name><uri>${t}</uri><email>${t}</email></author>
<entry><title type="html">${t}</title><id>${t}</id><link href="http://a.example/${t}" type="${t}" rel="x${t}"/><published>${t}</published>
<link rel="enclosure" href="http://a.example/a.mp3?${t}" type="audio/mpeg${t}"/><author><name>${t}</name></author><contributor><name>${t}</name></contributor>
<category term="${t}" scheme="${t}" label="${t}"/><rights>${t}</rights><source><id>${t}</id><title>${t}</title><link href="${t}"/></source>
<summary type="html">${t}</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" title="${t}">${t}</div></content>
<media:thumbnail url="http://a.example/${t}"/></entry></feed>`

const rss = (
  t: string,
) => `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel><title>${t}</title><link>${t}</link><description>${t}</description><language>${t}</language><copyright>${t}</copyright>
<managingEditor>${t}</managingEditor><generator>${t}</generator><image><url>${t}</url></image><skipDays><day>${t}</day></skipDays>
<item><title>${t}</title><guid>${t}</guid><link>http://a.example/${t}</link><author>${t}</author><category domain="${t}">${t}</category>
<comments>http://a.example/${t}</comments><enclosure url="http://a.example/a.mp3" type="${t}" length="${t}"/><source url="${t}">${t}</source>
<description><![CDATA[${t}]]></description><pubDate>${t}</pubDate></item>
<item><guid>2</guid><dc:creator>${t}</dc:creator><dc:rights>${t}</dc:rights><itunes:summary>${t}</itunes:summary><itunes:image href="${t}"/></item></channel></rss>`

const rdf = (
  t: string,
) => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${t}"><title>${t}</title><link>${t}</link><description>${t}</description><dc:creator>${t}</dc:creator></channel>
<item rdf:about="http://a.example/${t}"><title>${t}</title><link>${t}</link><dc:creator>${t}</dc:creator><dc:subject>${t}</dc:subject><dc:source>${t}</dc:source></item></rdf:RDF>`

const json = (t: string) => {
  const person = { name: t, url: t, avatar: t }
  const attachment = { url: 'http://a.example/a.mp3', mime_type: t, title: t }
  const item = {
    id: t,
    url: t,
    title: t,
    content_text: t,
    summary: t,
    image: t,
    date_published: t,
    language: t,
    tags: [t],
  }
  const items = [
    { ...item, authors: [person], attachments: [attachment] },
    { id: '2', content_html: t, author: person },
  ]
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: t,
    description: t,
    icon: t,
    authors: [person],
    items,
  })
}

const page = (t: string) =>
  `<html><head><link rel="alternate" type="application/rss+xml" title="${t}" href="/${t}"></head></html>`

const documents = [
  { name: 'Atom', document: atom(written) },
  { name: 'Atom, referred to', document: atom(referred) },
  { name: 'RSS', document: rss(written) },
  { name: 'RSS, referred to', document: rss(referred) },
  { name: 'RDF', document: rdf(written) },
  { name: 'JSON', document: json(written) },
  { name: 'no feed', document: `<a${written}/>` },
  { name: 'a page', document: page(written) },
]

test.each(documents)('no field of $name turns the words around it, or steers a terminal', async ({ document }) => {
  const texts = textsIn(await readDocument(document))
  expect(texts.length).toBeGreaterThan(0)
  expect(
    texts.filter((text) => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text)),
  ).toEqual([])
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
