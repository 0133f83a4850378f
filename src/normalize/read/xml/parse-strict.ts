import Parser from 'rss-parser'
import { type Element, maxTreeDepth, type Node } from './element.ts'
import { skipMiscBack } from './skip-misc.ts'

/** An element as xml2js, below rss-parser, gives it when it is to keep everything. */
type RawNode = { '#name': string; $?: Record<string, string>; $$?: RawNode[]; _?: string }

/**
 * Read well-formed XML with rss-parser.
 *
 * rss-parser's own fields keep the first of everything, drop attributes and reorder mixed content, so none of its names may match: the root
 * is called "feed", which it reads, and every other element "~" and its name, which it ignores. Two custom fields then give the whole tree
 * below the root in its order, and the root's attributes. These are public options of rss-parser 3.13, but their combination depends on its
 * internals: hence the exact version.
 *
 * @returns rejects where the XML is not well-formed, or too deep
 */
export async function parseStrict(xml: string): Promise<Element> {
  let rootName = ''
  let elements = 0
  const parser = new Parser<{ nodes?: RawNode[]; attributes?: Record<string, string> }>({
    customFields: {
      feed: [
        ['$$', 'nodes', keepWhole],
        ['$', 'attributes', keepWhole],
      ] as never[],
    },
    xml2js: {
      ...keepEverything,
      attrNameProcessors: [(name) => name.toLowerCase()],
      tagNameProcessors: [
        (name) => {
          elements += 1
          if (rootName !== '') return `~${name.toLowerCase()}`
          rootName = name.toLowerCase()
          return 'feed'
        },
      ],
    },
  })
  const { nodes = [], attributes = {} } = await parser.parseString(xml)
  const root: Element = { name: rootName, attributes, children: nodesOf(nodes, 1) }
  // xml2js stops listening at the end of the root, but goes on parsing: text behind the root is for the other reader to report.
  if (countElements(root) < elements || endsOtherwise(xml, rootName)) throw new Error('Text data outside of root node.')
  return root
}

const keepWhole = { keepArray: true }

const keepEverything = {
  explicitChildren: true,
  preserveChildrenOrder: true,
  charsAsChildren: true,
  includeWhiteChars: true,
  emptyTag: () => ({}),
}

function elementOf(raw: RawNode, depth: number): Element {
  if (depth > maxTreeDepth) throw new Error('Elements are nested too deeply')
  return { name: raw['#name'].slice(1), attributes: raw.$ ?? {}, children: nodesOf(raw.$$ ?? [], depth + 1) }
}

/** Text comes in pieces, divided at every reference and section: neighbours are joined. */
function nodesOf(raws: RawNode[], depth: number): Node[] {
  const nodes: Node[] = []
  for (const raw of raws) {
    if (raw['#name'] !== '__text__') {
      nodes.push(elementOf(raw, depth))
      continue
    }
    const last = nodes.length - 1
    const before = nodes[last]
    if (typeof before === 'string') nodes[last] = before + (raw._ ?? '')
    else nodes.push(raw._ ?? '')
  }
  return nodes
}

function countElements({ children }: Element): number {
  return children.reduce((sum, child) => (typeof child === 'string' ? sum : sum + countElements(child)), 1)
}

/** Whether anything but the root's end, or a root without content, stands last. */
function endsOtherwise(xml: string, rootName: string): boolean {
  const end = skipMiscBack(xml)
  const lastTag = xml.slice(Math.max(0, xml.lastIndexOf('<', end - 1)), end).toLowerCase()
  return !lastTag.endsWith('/>') && lastTag.replace(/>$/, '').trimEnd() !== `</${rootName}`
}
