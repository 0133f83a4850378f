import type { Node as HtmlNode } from '../../../html/nodes.ts'
import { parseHtml } from '../../../html/parse-html.ts'
import { htmlToText, isUnseen, nodesToText } from '../../../html/to-text.ts'
import type { Person } from '../../../model.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Element, elementsOf, type Fields, membersOf, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { renderNodes } from '../xml/render-nodes.ts'
import { localName } from '../xml/resolve-names.ts'

/** An address with nothing before it that would make it part of something else, such as "@user@host". */
const email = /(?<![^\s<([{"':,;/|=])(?:mailto:)?([^\s<>()[\]{}"',;:@/|=]+@[^\s<>()[\]{}"',;:@/|]+)/i
const emails = new RegExp(email, 'gi')

/** Longer texts are not read to their end: no list of names is that long. */
const longest = 1_000

/** The same for markup, in which each person may have a long address. */
const longestMarkup = 20_000

/** Read the people in every element of these names; a person named twice is listed once. */
export function parsePeople(fields: Fields, names: readonly string[], context: Context): Person[] {
  const elements = allKinds(fields, names)
  if (elements.length === 0) return []
  return joinPeople(elements.flatMap(membersOf).flatMap((element) => peopleOf(element, context)))
}

/**
 * Read people as RSS writes them: "a@b.example (Name)", "Name <a@b.example>", a name, an address; several between
 * semicolons, or between commas where each has an address.
 */
export function parsePersonText(text: string): Person[] {
  const parts = text.slice(0, longest).split(/;|(?:,\s*(?=[^\s,]+@)|(?<=@[^,]*),)(?![^()]*\))/)
  return parts.map(parseOne).filter((person) => person !== undefined)
}

/** Read the name of one person from an element of its own: all of it is the name, except an address. */
export function parsePersonName(text: string): Person | undefined {
  return parseName(clean(text))
}

/** Join entries for the same person, by name or address: each adds what was not known yet. Takes time in proportion to the list. */
export function joinPeople(people: readonly Person[]): Person[] {
  if (people.length < 2) return people.map((person) => ({ ...person }))
  const joined: Person[] = []
  const byName = new Map<string, Person>()
  const byEmail = new Map<string, Person>()
  /** People known by an address alone: people with names are joined only where the names are the same. */
  const nameless = new Map<string, Person>()
  for (const person of people) {
    const name = keyOf(person.name)
    const address = keyOf(person.email)
    const known =
      name === undefined
        ? byEmail.get(address ?? '')
        : (byName.get(name) ?? (address === undefined ? undefined : nameless.get(address)))
    const same = known ?? { ...person }
    if (known === undefined) joined.push(same)
    same.name ??= person.name
    same.url ??= person.url
    same.email ??= person.email
    const ownName = keyOf(same.name)
    const ownAddress = keyOf(same.email)
    if (ownName !== undefined && !byName.has(ownName)) byName.set(ownName, same)
    if (ownAddress === undefined) continue
    if (!byEmail.has(ownAddress)) byEmail.set(ownAddress, same)
    if (ownName === undefined) nameless.set(ownAddress, same)
    else if (nameless.get(ownAddress) === same) nameless.delete(ownAddress)
  }
  const [first, second, third] = joined
  // An address in `author` and a name in `dc:creator` are the two halves of one person.
  if (first === undefined || second === undefined || third !== undefined) return joined
  const areHalves =
    first.name === undefined ? second.email === undefined : first.email === undefined && second.name === undefined
  if (!areHalves || (first.name !== undefined && second.name !== undefined)) return joined
  return [{ name: first.name ?? second.name, url: first.url ?? second.url, email: first.email ?? second.email }]
}

function keyOf(text: string | undefined): string | undefined {
  return text?.toLowerCase().replace(/\s+/g, ' ')
}

function peopleOf(element: Element, outer: Context): Person[] {
  const context = enterElement(element, outer)
  const parts = partsOf(element)
  if (![...parts.keys()].some((local) => partNames.has(local))) return peopleInText(element, context)
  const named = parsePersonName(parts.get('name') ?? '')
  const [addressed] = parsePersonText((parts.get('email') ?? parts.get('mbox') ?? '').trim())
  const address = (parts.get('uri') ?? parts.get('url') ?? parts.get('homepage') ?? '').trim()
  const [mailed] = /^mailto:/i.test(address) || !address.includes('/') ? parsePersonText(address) : []
  const person = {
    name: named?.name ?? addressed?.name,
    url: address === '' || mailed?.email !== undefined ? named?.url : resolveUrl(address, context.base),
    email: addressed?.email ?? named?.email ?? mailed?.email,
  }
  return person.name === undefined && person.url === undefined && person.email === undefined ? [] : [person]
}

/** A text, perhaps with markup, escaped or not: "by <a href="/anu">Anu</a>", or a list of such links. */
function peopleInText(element: Element, { base }: Context): Person[] {
  const isMarkup = elementsOf(element).length > 0
  const text = textOf(element)
  if (!isMarkup && !/<a\s/i.test(text)) return parsePersonText(clean(text))
  const html = isMarkup ? renderNodes(element.children, base) : text
  return peopleInLinks(html.slice(0, longestMarkup), base) ?? parsePersonText(clean(text))
}

/** Each link is one person, where only words and signs that separate names are beside the links. */
function peopleInLinks(html: string, base: string): Person[] | undefined {
  const links: Person[] = []
  const isList = walk(parseHtml(html).nodes)
  return isList && links.length > 0 ? links : undefined

  function walk(nodes: readonly HtmlNode[]): boolean {
    return nodes.every((node) => {
      if (typeof node === 'string') return /^(\s|[,;&·|]|\b(by|and)\b:?)*$/i.test(dropAsides(node))
      if (node.name !== 'a') return walk(node.children)
      const href = node.attributes.get('href')?.trim() ?? ''
      const [person, other] = parsePersonText(nodesToText(node.children))
      if (person === undefined || other !== undefined) return false
      links.push(/^(mailto:|$)/i.test(href) ? person : { ...person, url: resolveUrl(href, base) })
      return true
    })
  }
}

/** Drop where people work, as arXiv writes it: "(Univ. of X), ", "((1) Y, (2) Z)". */
function dropAsides(text: string): string {
  return text.replace(/\([^()]*\)/g, '').replace(/\([^()]*\)/g, '')
}

/** Local names of the elements of a person. */
const partNames = new Set(['name', 'email', 'mbox', 'uri', 'url', 'homepage'])

/** The parts of a person by local name, whatever wraps them: of Atom, of iTunes, of FOAF inside `dc:creator`. */
function partsOf(element: Element): Map<string, string> {
  const parts = new Map<string, string>()
  for (const child of elementsOf(element)) {
    const local = localName(child.name)
    if (local === 'person' || local === 'agent') for (const [name, text] of partsOf(child)) parts.set(name, text)
    else if (!parts.has(local)) parts.set(local, textOf(child).trim() || (child.attributes['rdf:resource'] ?? ''))
  }
  return parts
}

function clean(text: string): string {
  const trimmed = text.slice(0, longest).replace(/\s+/g, ' ').trim()
  if (!/[&<]/.test(trimmed) || email.test(trimmed)) return trimmed
  // A name in brackets looks like a tag.
  return htmlToText(trimmed) || trimmed.replace(/[<>]/g, '')
}

/** What programs write that had no name; written so, since people are called Nil and Null. */
const noName = /^(?:null|undefined|None|n\/a|N\/A|\[object Object\])$/

const nobody: Person = { name: undefined, url: undefined, email: undefined }

function parseOne(text: string): Person | undefined {
  return parseName(text.trim().replace(/^by:?\s+(?=\S)/i, ''))
}

function parseName(text: string): Person | undefined {
  const trimmed = unveil(text.trim())
  if (isUnseen(trimmed) || noName.test(trimmed)) return undefined
  // A web address is no name.
  if (/^https?:\/\/\S+$/i.test(trimmed))
    return { name: undefined, url: resolveUrl(trimmed, undefined), email: undefined }
  const [, linked, page] = /^([^<>]*[^<>\s])\s*<(https?:\/\/[^<>\s]+)>$/i.exec(trimmed) ?? []
  if (linked !== undefined && page !== undefined)
    return { ...(parseOne(linked) ?? nobody), url: resolveUrl(page, undefined) }
  // An address of `mailto:` may have a subject behind it: "?subject=Feed".
  const address = email.exec(trimmed)?.[1]?.replace(/(?<=.)\?.*$/, '')
  if (address === undefined) return { name: trimmed.replace(/^\(([^()]+)\)$/, '$1'), url: undefined, email: undefined }
  const rest = trimmed
    .replace(emails, '')
    .replace(/<[\s,;]*>|\([\s,;]*\)|\[[\s,;]*\]|\{[\s,;]*\}/g, '')
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/^["'\s,:/|=-]+|["'\s,:/|=-]+$/g, '')
  return { name: isUnseen(rest) ? undefined : rest, url: undefined, email: address }
}

/** Restore an address that archives of mailing lists hide from machines: "ana at blog.example (Ana)", "ana (at) blog.example". */
function unveil(text: string): string {
  return text
    .replace(/\s*[([{]\s*at\s*[)\]}]\s*/gi, '@')
    .replace(/^([^\s@]+) at ([\w-]+(?:\.[\w-]+)+)(?= \()/i, '$1@$2')
}
