import { findOwn } from '../../text/find-own.ts'
import { headings, interactive, isBlock, partsOfTables, phrasing, transparent } from './content-kinds.ts'
import {
  countSigns,
  type Element,
  hasWords,
  holds,
  isBlank,
  makeElement,
  type Node,
  parseContent,
  renderContent,
  withChildren,
} from './content-tree.ts'
import { mendAttributes } from './mend-attributes.ts'
import { mendDefinitions, mendList } from './mend-lists.ts'
import { mendTable } from './mend-table.ts'

/**
 * Make sanitised HTML fit the content models of HTML (section 4), as browsers do not: blocks out of lines, list items into lists,
 * the parts of a table into their order. What is written this way means to every reader, also one that listens, what it
 * means to those who look. Nothing of the text is lost.
 */
export function conformHtml(html: string): string {
  const known = mended.get(html)
  if (known !== undefined) return known
  repeats = 2_000
  const result = renderContent(fitFlow(mendAll(parseContent(html))))
  mended.set(html, result)
  remembered += html.length + result.length
  if (remembered > 20_000_000) {
    mended.clear()
    remembered = 0
  }
  return result
}

/** An entry stands on the front page, its day's and its blog's: within one build most texts are mended more than once. */
const mended = new Map<string, string>()
/** Characters in it. */
let remembered = 0

function mendAll(nodes: Node[]): Node[] {
  return nodes.map((node) =>
    typeof node === 'string' ? node : mendAttributes(withChildren(node, mendAll(node.children))),
  )
}

/** Nodes that may stand where blocks may: in a `div`, an item, a cell. */
export function fitFlow(nodes: Node[]): Node[] {
  return gather(nodes).flatMap((node) => (typeof node === 'string' ? [node] : fitElement(node)))
}

/** Nodes that may stand within a line; a block is its content, with a gap around it. */
export function fitPhrasing(nodes: Node[], gap = ' '): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node]
    if (!phrasing.has(node.name)) return [gap, ...fitPhrasing(node.children, gap), gap]
    const inner = withChildren(node, fitPhrasing(node.children, gap))
    return node.name === 'ruby' || node.name === 'picture' ? fitElement(node) : fitElement(inner)
  })
}

/** Items and terms that stand alone get a list around them, neighbours together. */
function gather(nodes: Node[]): Node[] {
  const listOf: Record<string, string> = { li: 'ul', dt: 'dl', dd: 'dl' }
  const gathered: Node[] = []
  for (const node of nodes) {
    const list = typeof node === 'string' ? undefined : findOwn(listOf, node.name)
    const last = gathered.at(-1)
    const before = last !== undefined && isBlank(last) ? gathered.at(-2) : last
    if (list === undefined) gathered.push(node)
    else if (typeof before === 'object' && before.name === list && made.has(before)) before.children.push(node)
    else {
      const element = makeElement(list, [node])
      made.add(element)
      gathered.push(element)
    }
  }
  return gathered
}
/** The lists that we made ourselves: those of the author are whole. */
const made = new WeakSet<Element>()

function fitElement(element: Element): Node[] {
  const { name, children } = element
  if (headings.has(name)) return fitHeading(element)
  if (partsOfTables.has(name)) return name === 'col' ? [] : [makeElement('div', fitFlow(children))]
  switch (name) {
    case 'p':
      return splitParagraph(element)
    case 'pre':
      return [withChildren(element, fitPhrasing(children, '\n'))]
    case 'ul':
    case 'ol':
      return mendList(element)
    case 'dl':
      return mendDefinitions(element)
    case 'table':
      return mendTable(element)
    case 'figure':
      return [fitFigure(element)]
    case 'details':
      return [fitDetails(element)]
    case 'summary':
    case 'figcaption':
      return [withChildren(element, fitFlow(children), 'div')]
    case 'rt':
    case 'rp':
      return fitPhrasing(children)
    case 'ruby':
      return fitRuby(element)
    case 'picture':
      return fitPicture(element)
    case 'audio':
    case 'video':
      return [withChildren(element, fitMedia(children))]
    case 'source':
      return []
  }
  return phrasing.has(name) ? fitInline(element) : [withChildren(element, fitFlow(children))]
}

/** A block in a line ends it: what is around it is pushed down into it. A link may hold blocks, but nothing that can be used. */
function fitInline(element: Element): Node[] {
  const kids = fitFlow(element.children)
  if (element.name === 'a') return fitLink(element, kids)
  if (transparent.has(element.name) || !kids.some(isBlock)) return [withChildren(element, kids)]
  return pushDown(element, kids)
}

function fitLink(element: Element, kids: Node[]): Node[] {
  const href = element.attributes.get('href')
  const id = element.attributes.get('id')
  const anchor = id === undefined ? [] : [makeElement('span', [], new Map([['id', id]]))]
  if (holds(kids, interactive)) return [...anchor, ...kids]
  if (href === undefined || hasWords(kids)) return [withChildren(element, kids)]
  // A link around a picture without words says at least where it leads, also where the picture cannot be shown.
  const place = href.replace(/^[a-z]+:(\/\/)?/, '').replace(/[?#].*$/, '')
  const named = nameFirstPicture(kids, place.slice(0, 80))
  return named === undefined ? [...anchor, ...kids] : [withChildren(element, named)]
}

/** The same nodes, the first image among them with this text; `undefined` where there is none. */
function nameFirstPicture(nodes: Node[], alt: string): Node[] | undefined {
  for (const [index, node] of nodes.entries()) {
    if (typeof node === 'string') continue
    if (node.name === 'img') {
      return nodes.with(index, makeElement('img', [], new Map([...node.attributes, ['alt', alt]])))
    }
    const children = nameFirstPicture(node.children, alt)
    if (children !== undefined) return nodes.with(index, withChildren(node, children))
  }
  return undefined
}

/** Put a mark around the lines in blocks instead of around the blocks. Where that would be too often, the mark goes. */
function pushDown(element: Element, kids: Node[]): Node[] {
  const wrapLine = makeLineWrapper(element)
  const push = (nodes: Node[]): Node[] => {
    repeats -= nodes.length
    if (repeats < 0) return nodes
    return splitLines(nodes, wrapLine, (block) => withChildren(block, push(block.children)))
  }
  return push(kids)
}

/** How many nodes of one text may still get a mark: two hundred marks around as many thousand lines are forty million. */
let repeats = 0

function splitParagraph(element: Element): Node[] {
  const kids = fitFlow(element.children)
  if (!kids.some(isBlock)) return [withChildren(element, kids)]
  return splitLines(kids, makeLineWrapper(element), (block) => block)
}

function splitLines(nodes: Node[], wrapLine: (line: Node[]) => Node[], wrapBlock: (block: Element) => Node): Node[] {
  const result: Node[] = []
  let line: Node[] = []
  for (const node of nodes) {
    if (typeof node === 'string' || !isBlock(node)) {
      line.push(node)
      continue
    }
    result.push(...wrapLine(line), wrapBlock(node))
    line = []
  }
  result.push(...wrapLine(line))
  return result
}

/** The same element around line after line; its id leads to the first. */
function makeLineWrapper({ name, attributes }: Element): (line: Node[]) => Node[] {
  let own = attributes
  return (line) => {
    if (line.every(isBlank)) return line
    const wrapped = makeElement(name, line, own)
    own = new Map([...attributes].filter(([key]) => key !== 'id'))
    return [wrapped]
  }
}

/** A heading without words would be one of nothing. */
function fitHeading(element: Element): Node[] {
  const kids = fitPhrasing(element.children)
  if (hasWords(kids)) return [withChildren(element, kids)]
  return kids.every(isBlank) ? [] : [withChildren(element, kids, 'div')]
}

/** One caption, first or last. */
function fitFigure(element: Element): Element {
  const isCaption = (node: Node) => typeof node === 'object' && node.name === 'figcaption'
  const caption = element.children.find(isCaption) as Element | undefined
  const others = fitFlow(element.children.filter((node) => node !== caption))
  if (caption === undefined || !hasWords(caption.children)) return withChildren(element, others)
  const shown = withChildren(caption, fitFlow(caption.children))
  const isFirst = element.children.find((node) => !isBlank(node)) === caption
  return withChildren(element, isFirst ? [shown, ...others] : [...others, shown])
}

/** Without a summary that says something there is nothing to open it by. */
function fitDetails(element: Element): Element {
  const summary = element.children.find((node) => typeof node === 'object' && node.name === 'summary') as
    | Element
    | undefined
  const others = fitFlow(element.children.filter((node) => node !== summary))
  const kids = summary === undefined ? [] : fitPhrasing(summary.children)
  if (summary === undefined || !hasWords(kids)) return makeElement('div', [...kids, ...others])
  return withChildren(element, [withChildren(summary, kids), ...others])
}

/** No browser breaks a long note over two lines: beyond what a narrow page holds, notes stand in parentheses instead. */
function fitRuby(element: Element): Node[] {
  const kids = element.children.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node]
    return isNote(node) ? [withChildren(node, fitPhrasing(node.children))] : fitPhrasing([node])
  })
  const isShort = splitNotes(kids).every(
    (part) => countSigns(part) <= 16 || (part.every(isNote) && countSigns(part) <= 32),
  )
  if (isShort) return [withChildren(element, kids)]
  const hasParentheses = kids.some((node) => typeof node === 'object' && node.name === 'rp')
  return kids.flatMap((node) => {
    if (typeof node === 'string' || !isNote(node)) return [node]
    return node.name === 'rt' && !hasParentheses ? [' (', ...node.children, ')'] : node.children
  })
}

/** A ruby's texts and notes, one by one. */
function splitNotes(nodes: Node[]): Node[][] {
  const parts: Node[][] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (last === undefined || isNote(node) || last.some(isNote)) parts.push([node])
    else last.push(node)
  }
  return parts
}

function isNote(node: Node): boolean {
  return typeof node === 'object' && (node.name === 'rt' || node.name === 'rp')
}

/** A `picture` holds its sources and then one image; what else stands in it comes after it. */
function fitPicture(element: Element): Node[] {
  const elements = element.children.filter((node) => typeof node === 'object')
  const image = elements.find(({ name }) => name === 'img')
  const others = fitPhrasing(element.children.filter((node) => node !== image && !isSource(node) && !isBlank(node)))
  if (image === undefined) return others
  const sources = elements.filter((node) => isSource(node) && node.attributes.has('srcset'))
  return [withChildren(element, [...sources, image]), ...others]
}

function fitMedia(nodes: Node[]): Node[] {
  const sources = nodes.filter((node) => isSource(node) && (node as Element).attributes.has('src'))
  return [...sources, ...fitPhrasing(nodes.filter((node) => !isSource(node)))]
}

function isSource(node: Node): boolean {
  return typeof node === 'object' && node.name === 'source'
}
