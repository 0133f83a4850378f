import { elements as htmlElements, namesOf, voidNames } from '../../../html/elements.ts'
import type { Warn } from '../collect-warnings.ts'
import { maxEntries } from '../limit-entries.ts'
import { type Attributes, type Element, elementsOf, maxTreeDepth } from './element.ts'
import { localName } from './resolve-names.ts'

/** More elements than an honest feed of 10 MB has in its first entries, and as many as fit in the reader's memory. */
const maxElements = 400_000

/** Elements of HTML without an end tag; those that RSS has too are not among them. */
const voidElements = new Set([...voidNames].filter((name) => !['link', 'source', 'image'].includes(name)))

/** Elements of HTML that the next one of the same name ends. */
const endedByNext = new Set(['p', ...namesOf((rule, name) => rule.ends?.includes(name) === true)])

/** Elements that an entry holds and a text does not: where one begins inside a text of the entry, that text was not closed. */
const entryParts = new Set(
  'guid pubdate category author comments enclosure description published updated id'.split(' '),
)

/** The same for a channel, besides its entries. */
const channelParts = new Set(
  'language lastbuilddate managingeditor webmaster copyright generator docs ttl subtitle tagline logo rights'.split(
    ' ',
  ),
)

const textParts =
  /^(atom:)?(title|link|guid|pubdate|description|comments|category|id|published|updated|subtitle|tagline|language|copyright|generator|lastbuilddate|managingeditor|webmaster|rights)$|^dc:/

/** Elements whose beginning alone means something else than the whole. */
const wholeParts = /^(guid|id|link|pubdate|published|updated|issued|modified|created|date)$/

/** Elements that hold a date, an address or an id, and what markup those may have: anything else that begins inside ends them. */
const plainParts = /^(guid|id|link|pubdate|published|updated|issued|modified|created|date)$/
const inline = new Set('a abbr b br em font i span strong time u'.split(' '))

/** Elements in which qualified Dublin Core has the value of a date, and says how it is written. */
const qualifiers = /^(rdf|dcterms|dcq):/

/** Fields of an entry, by their names without a prefix. */
const entryFields = new Set(
  'title link guid id description encoded content summary pubdate published updated date creator author category comments enclosure'.split(
    ' ',
  ),
)

/** Elements that hold a text with markup. */
const markupParts = /^(description|encoded|content|summary|body|div|abstract)$/

/** Elements of Media RSS that hold others. */
const ofMedia = /^media:(group|content)$/

/** Elements that hold entries; elements still open inside one when an entry begins were not closed. */
const holders = /^(channel|feed|rss|rdf|items|entries)$/

/** A tree that grows tag by tag, whatever the tags are. Names are lower-case, as written. */
export type GrowingTree = {
  /** An element without a name around everything. */
  top: Element
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
  /** The document ends here. */
  end(): void
}

/** Begin a tree, of bounded depth and size; entries beyond those that are read are counted, but not kept. */
export function buildTree(warn: Warn): GrowingTree {
  const top: Element = { name: '', attributes: {}, children: [] }
  /** The elements that are open, outermost first. */
  const path: Element[] = [top]
  /** Tags that were opened beyond a limit and are not in the tree. */
  let beyond = 0
  let elements = 0
  let entries = 0
  /** The name of an entry that is only counted, while it is open. */
  let surplus: string | undefined

  return { top, open, close, text, end }

  function open(name: string, attributes: Attributes): void {
    if (isDoubled(name, attributes)) {
      last().attributes = attributes
      return
    }
    closeForgotten(name)
    if (isEntry(name)) {
      entries += 1
      surplus = entries > maxEntries ? name : undefined
      if (surplus !== undefined) last().children.push({ name, attributes: {}, children: [] })
    }
    if (surplus !== undefined) return
    elements += 1
    if (isBeyond()) {
      if (!voidElements.has(name)) beyond += 1
      return
    }
    const element: Element = { name, attributes, children: [] }
    last().children.push(element)
    if (!voidElements.has(name)) path.push(element)
  }

  function close(name: string): void {
    if (voidElements.has(name)) return
    if (surplus !== undefined) {
      if (!isLandmark(name)) return
      const ended = surplus
      surplus = undefined
      if (name === ended) return
    }
    if (beyond > 0 && !isLandmark(name)) {
      beyond -= 1
      return
    }
    const at = path.findLastIndex((element) => element.name === name)
    if (at > 0 && isEntry(name)) freeFields(at)
    if (at > 0) closeFrom(at)
  }

  function text(text: string): void {
    if (surplus !== undefined) return
    const { children } = last()
    const before = children.at(-1)
    if (typeof before === 'string') children[children.length - 1] = before + text
    else children.push(text)
  }

  function end(): void {
    if (path.length === 1) return
    top.isCut = true
    const at = entryIndex()
    const entry = path[at]
    if (at > 0) freeFields(at)
    if (entry !== undefined && !(at === path.length - 1 && endsAsBefore(entry, path[at - 1]))) entry.isCut = true
    // Half a text of the feed itself is dropped; of an entry, only halves of `wholeParts`.
    const part = path[at < 0 ? path.length - 1 : at + 1]
    const isHalf = part !== undefined && (at < 0 ? textParts : wholeParts).test(localName(part.name))
    if (isHalf) path[path.indexOf(part) - 1]?.children.pop()
  }

  function last(): Element {
    return path.at(-1) ?? top
  }

  function closeFrom(at: number): void {
    path.length = at
    beyond = 0
  }

  function isBeyond(): boolean {
    if (elements > maxElements) {
      warn('TOO_MANY_ELEMENTS', `has more than ${maxElements} elements; further tags were left out`)
    } else if (path.length > maxTreeDepth) {
      warn('TOO_DEEP', `elements are nested more than ${maxTreeDepth} deep; further tags were left out`)
    } else {
      return false
    }
    return true
  }

  /** The end of one of the feed's own elements, or of a part of an entry, ends whatever is open inside. */
  function isLandmark(name: string): boolean {
    return isEntry(name) || /^(channel|feed|rss|rdf)$/.test(localName(name)) || path[entryIndex() + 1]?.name === name
  }

  /** The index in the path of the open entry; -1 where there is none. */
  function entryIndex(): number {
    return path.findLastIndex(({ name }) => isEntry(name))
  }

  /**
   * "<title><title>": the tag was written twice, and its element holds no other of its kind. A few blanks may stand between. With attributes of
   * its own, the first is an element: `<category term="a"><category term="b">`.
   */
  function isDoubled(name: string, attributes: Attributes): boolean {
    const { name: open, attributes: own, children } = last()
    if (open !== name || children.length > 1 || !textParts.test(name)) return false
    if (Object.keys(own).length > 0 && JSON.stringify(own) !== JSON.stringify(attributes)) return false
    const [between = ''] = children
    return typeof between === 'string' && between.length < 100 && between.trim() === ''
  }

  /** An element that had to be closed from outside swallowed the fields behind it: they belong to what is around it. */
  function freeFields(around: number): void {
    for (let at = path.length - 1; at > around; at--) {
      const part = path[at]
      const outer = path[at - 1]
      if (part === undefined || outer === undefined) return
      const local = localName(part.name)
      const holdsMarkup = !ofMedia.test(part.name) && (markupParts.test(local) || htmlElements.has(local))
      const isOwn = findOwnFields(part.name)
      const first = part.children.findIndex(
        (child) =>
          typeof child !== 'string' &&
          entryFields.has(localName(child.name)) &&
          !(holdsMarkup && htmlElements.has(child.name)) &&
          !isOwn(child.name),
      )
      if (first >= 0) for (const child of part.children.splice(first)) outer.children.push(child)
    }
  }

  function closeForgotten(name: string): void {
    if (endedByNext.has(name)) {
      if (last().name === name) closeFrom(path.length - 1)
      return
    }
    const local = localName(name)
    const isNewEntry = isEntry(name)
    const endsPlain = !inline.has(name) && !qualifiers.test(name) && !isNewEntry
    if (endsPlain && plainParts.test(localName(last().name))) closeFrom(path.length - 1)
    if (!isNewEntry && local !== 'link' && !entryParts.has(local) && !channelParts.has(local)) return
    const entry = entryIndex()
    const around = entry < 0 ? path.findLastIndex((element) => holders.test(localName(element.name))) : entry
    if (around < 0) return
    const part = path[around + 1]
    if (isNewEntry && entry >= 0) freeFields(entry)
    if (isNewEntry) closeFrom(entry < 0 ? around + 1 : entry)
    else if (entry >= 0 && channelParts.has(local)) return
    else if (part !== undefined && holdsOnlyText(part.name, local)) {
      freeFields(around)
      closeFrom(around + 1)
    }
  }
}

/**
 * Which fields in an element are its own and not the entry's: in one of Media RSS, all of that prefix; in a source or an image, the first of
 * each name, and all links, of which a source has several.
 */
function findOwnFields(holder: string): (name: string) => boolean {
  if (ofMedia.test(holder)) return (name) => name.startsWith('media:')
  if (!/^(source|image)$/.test(localName(holder))) return () => false
  const seen = new Set<string>()
  return (name) => {
    const isFirst = !seen.has(name)
    seen.add(name)
    return localName(name) === 'link' || (isFirst && /^(id|title|updated|author|category)$/.test(localName(name)))
  }
}

/** Some programs never close their last entry: it counts as whole where it ends with the same element as the entry before. */
function endsAsBefore(entry: Element, around: Element | undefined): boolean {
  const before = around?.children.findLast(
    (child) => typeof child !== 'string' && child !== entry && child.name === entry.name,
  )
  const [end, endBefore] = [entry, before].map((one) =>
    typeof one === 'object' ? elementsOf(one).at(-1)?.name : undefined,
  )
  return end !== undefined && end === endBefore
}

/** Whether a name is an entry's. A `content:item` is a text of an entry (RSS 1.0, module for content). */
function isEntry(name: string): boolean {
  return name === 'item' || name === 'entry' || (name.includes(':') && /^(?!content:).*:(item|entry)$/.test(name))
}

/** HTML has a `link` too, but no title holds one. */
function holdsOnlyText(part: string, opened: string): boolean {
  return textParts.test(part) && (opened !== 'link' || localName(part) === 'title')
}
