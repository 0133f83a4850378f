import type { FeedAbout } from '../../model.ts'
import type { Warn } from './collect-warnings.ts'
import { allKinds, elementsOf, type Fields, fieldsOf, firstText } from './element.ts'
import { type Context, enterElement } from './enter-element.ts'
import { findText, titleNames } from './find-content.ts'
import { findDate } from './find-date.ts'
import type { FoundFeed } from './find-feed.ts'
import { findAlternate, makeLinks } from './make-links.ts'
import { makePlain } from './make-shown-text.ts'
import { parseLanguage } from './parse-language.ts'
import { parsePeople } from './parse-people.ts'
import { resolveUrl } from './resolve-url.ts'

const subtitleNames = [
  'atom:subtitle',
  'atom:tagline',
  'description',
  'abstract',
  'subtitle',
  'tagline',
  'dc:description',
  'itunes:subtitle',
  'itunes:summary',
]

const feedUpdatedNames = [
  'atom:updated',
  'atom:modified',
  'lastbuilddate',
  'pubdate',
  'dcterms:modified',
  'dc:date',
  'updated',
  'modified',
]

/** Make what a feed says about itself. */
export function makeAbout({ channel, fields }: FoundFeed, context: Context, warn: Warn): FeedAbout {
  const plain = (names: readonly string[]) => makePlain(findText(fields, names, context, 'guess'), warn)
  const links = makeLinks(fields, context)
  const about = channel.attributes['rdf:about']?.trim()
  return {
    id: firstText(fields, ['atom:id', 'id', 'guid']) ?? (about || undefined),
    title: plain(titleNames),
    subtitle: plain(subtitleNames),
    link: findAlternate(links),
    feedUrl: links.find(({ rel }) => rel === 'self')?.href,
    language: parseLanguage(firstText(fields, ['language', 'dc:language']) ?? context.language ?? ''),
    updated: findDate(fields, feedUpdatedNames, warn),
    authors: findAuthors(fields, context),
    image: findImage(fields, context),
    rights: plain(['atom:rights', 'atom:copyright', 'copyright', 'dc:rights', 'rights']),
    generator: plain(['atom:generator', 'generator']) ?? generatorAgent(fields),
  }
}

/** The first of these kinds that names anybody: who edits a feed wrote it, who owns a podcast only failing that. */
function findAuthors(fields: Fields, context: Context): FeedAbout['authors'] {
  const kinds = [
    ['atom:author', 'author', 'managingeditor', 'dc:creator', 'dcterms:creator'],
    ['itunes:author', 'googleplay:author'],
    ['itunes:owner'],
  ]
  return kinds.map((names) => parsePeople(fields, names, context)).find((people) => people.length > 0) ?? []
}

function findImage(fields: Fields, context: Context): string | undefined {
  const logo = firstText(fields, ['atom:logo', 'atom:icon', 'logo'])
  if (logo !== undefined) return resolveUrl(logo, contextOf(fields, ['atom:logo', 'atom:icon', 'logo'], context).base)
  for (const element of allKinds(fields, ['image', 'itunes:image', 'googleplay:image', 'media:thumbnail', 'icon'])) {
    const { href, url, 'rdf:resource': resource } = element.attributes
    const written = firstText(fieldsOf(element), ['url', 'atom:url']) ?? href ?? url ?? resource
    const image = resolveAttribute(written, enterElement(element, context))
    if (image !== undefined && elementsOf(element).length + Object.keys(element.attributes).length > 0) return image
  }
  return undefined
}

function contextOf(fields: Fields, names: readonly string[], context: Context): Context {
  const [element] = allKinds(fields, names)
  return element === undefined ? context : enterElement(element, context)
}

function generatorAgent(fields: Fields): string | undefined {
  const [agent] = fields.get('admin:generatoragent') ?? []
  return agent?.attributes['rdf:resource']?.trim() || undefined
}

function resolveAttribute(written: string | undefined, { base }: Context): string | undefined {
  return written?.trim() ? resolveUrl(written, base) : undefined
}
