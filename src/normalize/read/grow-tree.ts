import type { Warn } from './collect-warnings.ts'
import { type Attributes, type Element, maxTreeDepth } from './element.ts'
import { localName } from './resolve-names.ts'

/** More elements than an honest feed of 10 MB has, and as many as fit in the reader's memory. */
const maxElements = 400_000

/** Elements of HTML without an end tag; those that RSS has too are not among them. */
const voidElements = new Set('area base br col embed hr img input meta param track wbr'.split(' '))

/** Elements of HTML that the next one of the same name ends. */
const endedByNext = new Set('p li dt dd tr td th option'.split(' '))

/** What an entry holds, and no text does: where one begins inside a text of the entry, that text was not closed. */
const entryParts = new Set(
  'guid pubdate category author comments enclosure description published updated id'.split(' '),
)

const textParts = /^(atom:)?(title|link|guid|pubdate|description|comments|category|id|published|updated)$|^dc:/

const landmarks = /^(item|entry|channel|feed|rss|rdf)$/

/** A tree that grows tag by tag, whatever the tags are: see `parseLoose`. */
export function growTree(warn: Warn): {
  top: Element
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
} {
  const top: Element = { name: '', attributes: {}, children: [] }
  /** The elements that are open, outermost first. */
  const path: Element[] = [top]
  /** Tags that were opened beyond a limit and are not in the tree. */
  let beyond = 0
  let count = 0

  return {
    top,
    open(name, attributes) {
      closeForgotten(name)
      count += 1
      if (path.length > maxTreeDepth || count > maxElements) {
        if (count > maxElements)
          warn('TOO_MANY_ELEMENTS', `has more than ${maxElements} elements; further tags were left out`)
        else warn('TOO_DEEP', `elements are nested more than ${maxTreeDepth} deep; further tags were left out`)
        if (!voidElements.has(name)) beyond += 1
        return
      }
      const element: Element = { name, attributes, children: [] }
      last().children.push(element)
      if (!voidElements.has(name)) path.push(element)
    },
    close(name) {
      if (voidElements.has(name)) return
      if (beyond > 0 && !isLandmark(name)) {
        beyond -= 1
        return
      }
      const at = path.findLastIndex((element) => element.name === name)
      if (at > 0) closeFrom(at)
    },
    text(text) {
      const { children } = last()
      const before = children.at(-1)
      if (typeof before === 'string') children[children.length - 1] = before + text
      else children.push(text)
    },
  }

  function last(): Element {
    return path.at(-1) ?? top
  }

  function closeFrom(at: number): void {
    path.length = at
    beyond = 0
  }

  /** Index in the path of the entry that is open, or -1. */
  function entryIndex(): number {
    return path.findLastIndex(({ name }) => /^(item|entry)$/.test(localName(name)))
  }

  /** Ends that hold whatever was opened beyond a limit: of the feed's own elements, and of an entry's parts. */
  function isLandmark(name: string): boolean {
    return landmarks.test(localName(name)) || path[entryIndex() + 1]?.name === name
  }

  function closeForgotten(name: string): void {
    if (endedByNext.has(name)) {
      if (last().name === name) closeFrom(path.length - 1)
      return
    }
    const local = localName(name)
    if (local !== 'item' && local !== 'entry' && local !== 'link' && !entryParts.has(local)) return
    const entry = entryIndex()
    if (entry < 0) return
    if (local === 'item' || local === 'entry') {
      closeFrom(entry)
      return
    }
    const part = path[entry + 1]
    if (part !== undefined && textParts.test(part.name) && (local !== 'link' || localName(part.name) === 'title'))
      closeFrom(entry + 1)
  }
}
