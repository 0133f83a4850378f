import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { parseFragment } from 'parse5'
import { elements } from '../../src/html/elements.ts'
import type { Site } from './open-planet.ts'

type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string }

export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
if (!hasXmllint) console.warn('xmllint is not installed: feeds are not checked against the schema of RFC 4287')
const schema = path.join(import.meta.dirname, '../schemas/atom.rng')

/**
 * What the W3C's feed validator says about the feeds of a site, as far as rules can stand in for it: "atom.xml: NotBlank".
 * The names are the validator's.
 */
export function findFaults(site: Site): string[] {
  const documents = [...site].filter(([file]) => /\.(xml|json|opml)$/.test(file))
  const broken = findBroken(documents.filter(([file]) => !file.endsWith('.json')).map(([, text]) => text))
  return documents.flatMap(([file, text]) => findFaultsOf(file, text, broken).map((fault) => `${file}: ${fault}`))
}

function findFaultsOf(file: string, text: string, broken: Broken): string[] {
  const faults = [
    ...faultIf(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text), 'SAXError'),
    ...faultIf(file.endsWith('.xml') && /[\u0080-\u009f\ufffd]/.test(text), 'BadCharacters'),
    ...faultIf(file.endsWith('.xml') && plainTexts(text).some(isTakenForMarkup), 'ContainsHTML'),
  ]
  if (file.endsWith('.json')) return [...faults, ...checkJson(text)]
  if (broken.illFormed.has(text)) return [...faults, 'SAXError']
  const [root] = parseXml(text).children
  switch (root?.name) {
    case 'feed':
      return [...faults, ...faultIf(broken.notAtom.has(text), 'InvalidAtom'), ...checkAtom(root, file)]
    case 'rss':
      return [...faults, ...checkRss(root, file)]
    case 'opml':
      return [...faults, ...checkOpml(root)]
    default:
      return [...faults, ...all(root ?? parseXml(''), 'item').flatMap((item) => checkItemOfRss10(item))]
  }
}

/** What stands in the elements and attributes that hold plain text, as it is written. */
function plainTexts(xml: string): string[] {
  const elements = xml.matchAll(/<(title|subtitle|name|rights|category|source)(?: (?!type="html")[^<>]*)?>([^<>]*)<\//g)
  return [...elements].map(([, , text = '']) => text)
}

/** The validator looks whether a line has a reference in hexadecimal digits, as the profile of RSS asks for. */
function isTakenForMarkup(written: string): boolean {
  const text = written
    .replace(/&(lt|gt|quot|#39);/g, (_, name: string) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '"'))
    .replaceAll('&amp;', '&')
  const names = [...text.matchAll(/&(#?\w+)/g)].map(([, name = '']) => name)
  return (
    !written.includes('&#x') &&
    (/<\/\w+>/.test(text) || names.some((name) => /^(amp|lt|gt|quot|copy)$|[^a-z]/i.test(name)))
  )
}

type Broken = { illFormed: Set<string>; notAtom: Set<string> }

/** What xmllint says of all documents of a site at once: to start it, and to read the schema, costs more than they do. */
function findBroken(texts: string[]): Broken {
  const broken: Broken = { illFormed: new Set(), notAtom: new Set() }
  if (!hasXmllint || texts.length === 0) return broken
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-xmllint-'))
  try {
    const names = texts.map((_, place) => `${place}.xml`)
    for (const [place, name] of names.entries()) writeFileSync(path.join(folder, name), texts[place] ?? '')
    const lint = (...words: string[]) =>
      spawnSync('xmllint', ['--noout', ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 })
    const read = lint(...names)
    for (const [, place] of read.stderr.matchAll(/^(\d+)\.xml:\d+: (?:parser|namespace) error/gm)) {
      broken.illFormed.add(texts[Number(place)] ?? '')
    }
    if (read.status !== 0 && broken.illFormed.size === 0) throw new Error(read.stderr)
    // That a document is valid is said; what is not said to be is not.
    const { stderr } = lint('--relaxng', schema, ...names)
    const valid = new Set([...stderr.matchAll(/^(\d+)\.xml validates$/gm)].map(([, place]) => Number(place)))
    for (const [place, text] of texts.entries()) if (!valid.has(place)) broken.notAtom.add(text)
    return broken
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isIri = (text: string) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`[\]]+$/i.test(text) && !/%(?![0-9a-f]{2})/i.test(text)
/** RFC 8141, section 2. */
const isUrn = (text: string) => /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[a-z0-9()+,.:=@;$_!*'%-]+$/i.test(text)
/** Elements that hold text, plain or HTML (RFC 4287, section 3.1): in none should there be nothing. */
const texts = ['title', 'subtitle', 'rights', 'summary', 'content']
/** "@ana@social.example" is a name by which people are known. */
const isAddress = (text: string) => /(^|[\s<(])[^\s@<(]+@[^\s@]+\.[^\s@]+/.test(text)
const isTime = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)
const isRfc822 = (text: string) => /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)
const isLanguage = (text: string) => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(text)
const rels = /^(self|alternate|via|replies|enclosure|license|hub|current|prev-archive|next-archive)$/

/** The element's text, or `undefined` where there is no such child. */
const one = (node: Node, name: string) => node.children.find((child) => child.name === name)?.text
const only = (node: Node, name: string) => node.children.filter((child) => child.name === name)
const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])

function checkAtom(feed: Node, file: string): string[] {
  const entries = only(feed, 'entry')
  const links = only(feed, 'link')
  const self = links.find(({ attributes }) => attributes.rel === 'self')?.attributes.href
  const isArchive = only(feed, 'fh:archive').length > 0
  return [
    ...faultIf(self === undefined, 'MissingSelf'),
    ...faultIf(
      self !== undefined && !self.endsWith(file.split('/').map(encodeURIComponent).join('/')),
      'SelfDoesntMatchLocation',
    ),
    ...faultIf(isArchive && !links.some(({ attributes }) => attributes.rel === 'current'), 'MissingCurrentInArchive'),
    ...texts.flatMap((name) => all(feed, name)).flatMap(({ text }) => faultIf(text.trim() === '', 'NotBlank')),
    ...all(feed, 'category').flatMap(({ attributes: { term = '', scheme } }) => [
      ...faultIf(term.trim() === '', 'NotBlank'),
      ...faultIf(scheme !== undefined && !isIri(scheme), 'InvalidFullLink'),
      ...faultIf(scheme?.startsWith('urn:') === true && !isUrn(scheme), 'InvalidURN'),
    ]),
    ...faultIf(repeats(entries.map((entry) => one(entry, 'id'))), 'DuplicateEntries'),
    ...all(feed, 'name').flatMap(({ text }) => faultIf(text.trim() === '', 'NotBlank')),
    ...all(feed, 'name').flatMap(({ text }) => faultIf(isAddress(text), 'AddressAsName')),
    ...[...all(feed, 'id'), ...all(feed, 'uri')].flatMap(({ text }) => faultIf(!isIri(text), 'InvalidFullLink')),
    ...all(feed, 'link').flatMap(({ attributes }) => [
      ...faultIf(!isIri(attributes.href ?? ''), 'InvalidFullLink'),
      ...faultIf(!rels.test(attributes.rel ?? ''), 'UnregisteredAtomLinkRel'),
      ...faultIf(!/^[^\s/]+\/\S+$/.test(attributes.type ?? 'text/html'), 'InvalidMIMEAttribute'),
      ...faultIf(attributes.length !== undefined && !/^\d+$/.test(attributes.length), 'InvalidNonNegativeInteger'),
    ]),
    ...[...all(feed, 'updated'), ...all(feed, 'published')].flatMap(({ text }) => checkTime(text)),
    ...[feed, ...entries, ...only(feed, 'title')].flatMap(({ attributes }) => {
      return faultIf(!isLanguage(attributes['xml:lang'] ?? 'en'), 'InvalidLanguage')
    }),
    ...entries.flatMap(checkEntry),
  ]
}

function checkEntry(entry: Node): string[] {
  const [source] = only(entry, 'source')
  const isLinked = only(entry, 'link').some(({ attributes }) => attributes.rel === 'alternate')
  const isWhole = only(entry, 'content').length > 0 || isLinked
  const isDeclared = only(entry, 'title').every(({ attributes, text }) => attributes.type === 'html' || !hasTags(text))
  return [
    ...faultIf(only(entry, 'author').length === 0, 'MissingElement'),
    ...faultIf(!isWhole, 'MissingContentOrAlternate'),
    ...faultIf(!entry.children.some(({ name }) => name === 'content' || name === 'summary'), 'MissingTextualContent'),
    ...faultIf(!isDeclared, 'ContainsUndeclaredHTML'),
    ...['id', 'title', 'updated'].flatMap((name) => {
      return faultIf(source === undefined || one(source, name) === undefined, 'MissingSourceElement')
    }),
    ...[...only(entry, 'content'), ...only(entry, 'summary')].flatMap(({ attributes, text }) => [
      ...faultIf(attributes.type === 'xhtml', 'MissingXhtmlDiv'),
      ...checkHtml(text),
    ]),
  ]
}

function checkRss(rss: Node, file: string): string[] {
  const items = all(rss, 'item')
  const self = all(rss, 'atom:link').find(({ attributes }) => attributes.rel === 'self')?.attributes.href
  return [
    ...faultIf(self === undefined, 'MissingSelf'),
    ...faultIf(self !== undefined && !self.endsWith(file), 'SelfDoesntMatchLocation'),
    ...faultIf(repeats(items.map((item) => one(item, 'guid'))), 'DuplicateEntries'),
    ...[...all(rss, 'pubDate'), ...all(rss, 'lastBuildDate')].flatMap(({ text }) => {
      return faultIf(!isRfc822(text), 'InvalidRFC2822Date')
    }),
    ...items.flatMap((item) => {
      const names = item.children.map(({ name }) => name)
      const [guid] = only(item, 'guid')
      return [
        ...faultIf(only(item, 'author').length > 0, 'InvalidContact'),
        ...faultIf(one(item, 'title') === '', 'NotBlank'),
        ...faultIf(!names.includes('description'), 'ItemMustContainTitleOrDescription'),
        ...faultIf(
          names.includes('content:encoded') && names.indexOf('description') > names.indexOf('content:encoded'),
          'NeedDescriptionBeforeContent',
        ),
        ...faultIf(guid?.attributes.isPermaLink === 'true' && !/^https?:/.test(guid.text), 'InvalidHttpGUID'),
        ...faultIf(only(item, 'dc:creator').length === 0, 'MissingElement'),
        ...only(item, 'dc:creator').flatMap(({ text }) => faultIf(isAddress(text), 'AddressAsName')),
        ...only(item, 'dc:language').flatMap(({ text }) => faultIf(!isLanguage(text), 'InvalidLanguage')),
        ...only(item, 'link').flatMap(({ text }) => faultIf(!isIri(text), 'InvalidFullLink')),
        ...faultIf(only(item, 'enclosure').length > 1, 'DuplicateEnclosure'),
        ...only(item, 'enclosure').flatMap(({ attributes }) => [
          ...faultIf(!/^\d+$/.test(attributes.length ?? ''), 'InvalidNonNegativeInteger'),
          ...faultIf(!/^[\w.+-]+\/[\w.+-]+$/.test(attributes.type ?? ''), 'InvalidMIMEAttribute'),
        ]),
        ...['description', 'content:encoded'].flatMap((name) => checkHtml(one(item, name) ?? '')),
      ]
    }),
  ]
}

function checkItemOfRss10(item: Node): string[] {
  return [
    ...['title', 'link'].flatMap((name) => faultIf(!one(item, name), 'MissingElement')),
    ...faultIf(!isIri(item.attributes['rdf:about'] ?? ''), 'InvalidFullLink'),
    ...checkTime(one(item, 'dc:date') ?? ''),
    ...['description', 'content:encoded'].flatMap((name) => checkHtml(one(item, name) ?? '')),
  ]
}

function checkOpml(opml: Node): string[] {
  const known = ['text', 'title', 'type', 'xmlUrl', 'htmlUrl', 'language', 'description', 'category']
  const modified = all(opml, 'dateModified')
  return [
    ...modified.flatMap(({ text }) => faultIf(!isRfc822(text), 'InvalidRFC2822Date')),
    ...all(opml, 'outline').flatMap(({ attributes }) => [
      ...faultIf(attributes.type !== 'rss', 'MissingOutlineType'),
      ...faultIf(!attributes.title || !attributes.text, 'MissingTitleAttr'),
      ...faultIf(!isIri(attributes.xmlUrl ?? ''), 'MissingXmlURL'),
      ...faultIf('version' in attributes, 'InvalidOutlineVersion'),
      ...Object.keys(attributes).flatMap((name) =>
        faultIf(!known.includes(name) && name !== 'version', 'UnexpectedAttribute'),
      ),
    ]),
  ]
}

function checkJson(text: string): string[] {
  let json: Record<string, unknown>
  try {
    json = JSON.parse(text)
  } catch {
    return ['InvalidJSON']
  }
  if (json.version !== 'https://jsonfeed.org/version/1.1') return []
  const items = json.items as Record<string, unknown>[]
  return [
    ...faultIf(typeof json.feed_url !== 'string', 'MissingSelf'),
    ...faultIf(repeats(items.map(({ id }) => id)), 'DuplicateEntries'),
    ...items.flatMap((item) => [
      ...faultIf(typeof item.id !== 'string', 'InvalidID'),
      ...faultIf(typeof item.content_html !== 'string', 'MissingContentOrAlternate'),
      ...faultIf(!(item.authors as { name?: string }[])[0]?.name, 'MissingElement'),
      ...(item.authors as { name: string }[]).flatMap(({ name }) => faultIf(isAddress(name), 'AddressAsName')),
      ...faultIf(item.url !== undefined && !isIri(String(item.url)), 'InvalidFullLink'),
      ...faultIf(!isLanguage(String(item.language ?? 'en')), 'InvalidLanguage'),
      ...[item.date_published, item.date_modified].flatMap((time) =>
        time === undefined ? [] : checkTime(String(time)),
      ),
      ...((item.attachments ?? []) as Record<string, unknown>[]).flatMap(({ mime_type, size_in_bytes }) => [
        ...faultIf(typeof mime_type !== 'string', 'InvalidMIMEAttribute'),
        ...faultIf(size_in_bytes !== undefined && !(Number(size_in_bytes) >= 0), 'InvalidNonNegativeInteger'),
      ]),
      ...checkHtml(String(item.content_html)),
    ]),
  ]
}

function checkTime(text: string): string[] {
  if (!isTime(text)) return ['InvalidRFC3339Date']
  return faultIf(Date.parse(text) > Date.parse('2021-01-01T00:00:00Z'), 'ImplausibleDate')
}

function checkHtml(html: string): string[] {
  const faults: string[] = []
  parseFragment(html, { onParseError: () => void faults.push('NotHtml') })
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^(script|iframe|object|embed|form|style|link|meta|base|bdo)$/.test(name)) faults.push('SecurityRisk')
      if (elements.get(name)?.isMath) faults.push('NotHtml')
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) faults.push('SecurityRiskAttr')
        if (key === 'style') faults.push('DangerousStyleAttr')
        if ((key === 'href' || key === 'src') && !/^[a-z][a-z0-9+.-]*:/i.test(value)) faults.push('ContainsRelRef')
      }
    },
  })
  parser.end(html)
  return faults
}

function hasTags(text: string): boolean {
  return /<\/(a|b|em|i|strong|code|p)>|&(amp|lt|gt|quot|#\d+);/i.test(text)
}

function repeats(values: unknown[]): boolean {
  return new Set(values).size < values.length
}

function faultIf(isFault: boolean, name: string): string[] {
  return isFault ? [name] : []
}

function parseXml(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const node = { name, attributes, children: [], text: '' }
        open.at(-1)?.children.push(node)
        open.push(node)
      },
      ontext(part) {
        const node = open.at(-1)
        if (node !== undefined) node.text += part
      },
      onclosetag() {
        open.pop()
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return root
}
