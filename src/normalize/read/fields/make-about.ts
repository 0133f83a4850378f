import type { FeedAbout } from '../../../model.ts'
import { parseLanguage } from '../../../text/parse-language.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import type { Warn } from '../collect-warnings.ts'
import { allKinds, type Element, elementsOf, type Fields, fieldsOf, firstText, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import type { FoundFeed } from '../xml/find-feed.ts'
import { aboutOf } from './about-of.ts'
import { findText, rightsNames, titleNames } from './find-content.ts'
import { findDate } from './find-date.ts'
import { findHosts } from './find-hosts.ts'
import { isImage } from './find-picture.ts'
import { findAlternate, makeLinks } from './make-links.ts'
import { makePlain } from './make-shown-text.ts'
import { parsePeople } from './parse-people.ts'
import { readSchedule } from './read-schedule.ts'

const subtitleNames = [
  'description',
  'abstract',
  'atom:subtitle',
  'atom:tagline',
  'subtitle',
  'tagline',
  'atom:description',
  'dc:description',
  'itunes:subtitle',
  'itunes:summary',
]

const updatedNames = [
  'lastbuilddate',
  'pubdate',
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'dc:date',
  'updated',
  'modified',
]

const imageNames = [
  'image',
  'atom:logo',
  'atom:icon',
  'logo',
  'itunes:image',
  'googleplay:image',
  'podcast:image',
  'media:thumbnail',
  'icon',
  'webfeeds:logo',
  'webfeeds:icon',
  'atom:image',
]

/** Make what a feed says about itself. */
export function makeAbout({ channel, fields }: FoundFeed, context: Context, warn: Warn): FeedAbout {
  const plain = (names: readonly string[]) => makePlain(findText(fields, names, context, 'guess'), warn)
  const links = makeLinks(fields, context)
  const language = parseLanguage(
    firstText(fields, ['language', 'dc:language', 'atom:language']) ?? context.language ?? '',
  )
  return {
    id: firstText(fields, ['atom:id', 'id']) ?? aboutOf(channel),
    title: plain(titleNames),
    subtitle: plain(subtitleNames),
    link: findAlternate(links),
    feedUrl: links.find(({ rel }) => rel === 'self')?.href,
    language,
    updated: findDate(fields, updatedNames, { ...context, language }, warn),
    authors: findAuthors(fields, context),
    image: findImage(fields, context),
    rights: plain(rightsNames),
    license: links.find(({ rel }) => rel === 'license')?.href,
    generator: plain(['generator', 'atom:generator']) ?? generatorAgent(fields),
    schedule: readSchedule(fields, warn),
  }
}

/**
 * The people of the first of these kinds that names anybody: an editor of a feed counts as its author, the owner of a podcast only failing
 * others.
 */
function findAuthors(fields: Fields, context: Context): FeedAbout['authors'] {
  const kinds = [
    ['atom:author', 'author', 'managingeditor', 'dc:creator', 'dcterms:creator', 'dc:author'],
    ['itunes:author', 'googleplay:author'],
    ['itunes:owner'],
  ]
  const people = kinds.map((names) => parsePeople(fields, names, context)).find(({ length }) => length > 0)
  return people ?? findHosts(fields, context)
}

/** The image of a feed. In RSS 1.0 the channel only refers to it, and its address is in an element beside the channel. */
function findImage(fields: Fields, context: Context): string | undefined {
  const images = [
    ...allKinds(fields, imageNames),
    ...allKinds(fields, ['itunes:link']).flatMap(imageOfLink),
    ...allKinds(fields, ['media:content']).filter(isImage),
  ]
  const written = images.map((element) => ({ element, address: addressInside(element) ?? addressOn(element) }))
  const best =
    written.find(({ element }) => addressInside(element) !== undefined) ?? written.find(({ address }) => address)
  return best?.address === undefined ? undefined : resolveUrl(best.address, enterElement(best.element, context).base)
}

/** A podcast's picture as it was written before there was `itunes:image`: the text is its title. */
function imageOfLink(link: Element): Element[] {
  return link.attributes.rel?.trim().toLowerCase() === 'image' ? [{ ...link, children: [] }] : []
}

function addressInside(element: Element): string | undefined {
  return (
    firstText(fieldsOf(element), ['url', 'atom:url']) ??
    (elementsOf(element).length > 0 ? undefined : textOf(element).trim() || undefined)
  )
}

function addressOn({ attributes }: Element): string | undefined {
  return (attributes.href ?? attributes.url ?? attributes['rdf:resource'])?.trim() || undefined
}

function generatorAgent(fields: Fields): string | undefined {
  const [agent] = fields.get('admin:generatoragent') ?? []
  return agent?.attributes['rdf:resource']?.trim() || undefined
}
