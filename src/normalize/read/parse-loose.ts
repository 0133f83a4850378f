import { Parser } from 'htmlparser2'
import type { Warn } from './collect-warnings.ts'
import { type Element, maxTreeDepth } from './element.ts'
import { localName } from './resolve-names.ts'

/** More elements than any honest feed of 10 MB has, and as many as fit in the reader's memory. */
export const maxElements = 400_000

/** What an entry holds, and never text: one that begins inside another such element says that the other was not closed. */
const entryParts = new Set(
  'guid pubdate category author comments enclosure description published updated id'.split(' '),
)

/**
 * Read XML of any quality with htmlparser2: what is not closed ends where its parent ends, or where the next entry begins.
 *
 * @returns an element without a name that holds the root, or, in a damaged document, several
 */
export function parseLoose(xml: string, warn: Warn): Element {
  const top: Element = { name: '', attributes: {}, children: [] }
  /** The elements that are open, outermost first. */
  let open: Element[] = [top]
  /** What each open tag became: the reader closes them in its own order. */
  const tags: (Element | undefined)[] = []
  let count = 0

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        closeForgotten(name)
        count += 1
        if (open.length > maxTreeDepth || count > maxElements) {
          if (count > maxElements)
            warn('TOO_MANY_ELEMENTS', `has more than ${maxElements} elements; the rest was left out`)
          else warn('TOO_DEEP', `elements are nested more than ${maxTreeDepth} deep; further tags were left out`)
          tags.push(undefined)
          return
        }
        const element: Element = { name, attributes, children: [] }
        current().children.push(element)
        open.push(element)
        tags.push(element)
      },
      ontext(text) {
        const { children } = current()
        const last = children.length - 1
        const before = children[last]
        if (typeof before === 'string') children[last] = before + text
        else children.push(text)
      },
      onclosetag() {
        const element = tags.pop()
        const at = element === undefined ? -1 : open.lastIndexOf(element)
        if (at > 0) open = open.slice(0, at)
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(xml)
  return top

  function current(): Element {
    return open[open.length - 1] ?? top
  }

  function closeForgotten(name: string): void {
    const local = localName(name)
    if (local === 'item' || local === 'entry') {
      const at = open.findIndex((element) => localName(element.name) === local)
      if (at > 0) open = open.slice(0, at)
    } else if (entryParts.has(local) || name.startsWith('dc:')) {
      const entry = open.findLastIndex((element) => /^(item|entry)$/.test(localName(element.name)))
      const part = open[entry + 1]
      if (entry > 0 && part !== undefined && isTextPart(part)) open = open.slice(0, entry + 1)
    }
  }
}

function isTextPart({ name }: Element): boolean {
  return /^(title|link|guid|pubdate|description|comments|category|id|published|updated|dc:\w+)$/.test(name)
}
