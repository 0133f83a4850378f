import { fitDefinitions, fitList } from './conform-list.ts'
import { fitImage, fitPicture, fitRecording, isSource } from './conform-media.ts'
import { fitRuby } from './conform-ruby.ts'
import { fitTable } from './conform-table.ts'
import { elements, headingNames } from './elements.ts'
import { fitMath } from './fit-math.ts'
import {
  append,
  appendAll,
  type FitNodes,
  type Fitted,
  type FittedElement,
  fit,
  isBlockNode,
  type Place,
  refit,
  saysSomething,
  withOpen,
} from './fitted.ts'
import { gatherItems } from './gather-items.ts'
import { namePage } from './name-page.ts'
import { type Attributes, type Element, isBlank, type Node, noAttributes } from './nodes.ts'
import { escapeAttribute } from './render-html.ts'

/** How much may be spent on repeating a mark in each block: characters written, and nodes visited. */
type Budget = { characters: number; steps: number }

const top: Place = { gap: undefined, open: new Set(), hasNoHeadings: false }

/** What must not stand within its own kind (HTML, sections 4.5.8, 4.3.10, 4.5.10, 4.8.8, 4.8.9). */
const notInItself = new Set(['dfn', 'address', 'ruby', 'audio', 'video'])

/**
 * Make sanitised nodes fit the content models of HTML (section 4): blocks out of lines, list items into lists, the parts of a table into
 * their order. HTML written this way means the same to every parser, and to readers who listen as to those who look. No text is lost, and
 * each node is visited once.
 *
 * @param length of the HTML, in characters: repeating marks around lines may add about as much
 */
export function conformHtml(nodes: readonly Node[], length: number): Fitted[] {
  const budget: Budget = { characters: length + 20_000, steps: 4 * length + 20_000 }
  return makeFitter(budget)(nodes, top)
}

function makeFitter(budget: Budget): FitNodes {
  return fitNodes

  function fitNodes(nodes: readonly Node[], place: Place): Fitted[] {
    const result: Fitted[] = []
    for (const node of place.gap === undefined ? gatherItems(nodes) : nodes) {
      if (typeof node === 'string') append(result, node)
      else appendAll(result, fitElement(node, place))
    }
    return result
  }

  function fitElement(element: Element, place: Place): Fitted[] {
    const { name, children } = element
    const rule = elements.get(name)
    if (place.open.has(name)) return fitNodes(children, place)
    if (place.gap !== undefined && rule?.place !== 'line') return [place.gap, ...fitNodes(children, place), place.gap]
    if (headingNames.has(name)) return fitHeading(element, place)
    // Outside of a formula, a MathML element is replaced by its text.
    if (rule?.isMath && name !== 'math') return fitNodes(children, place)
    const inner = notInItself.has(name) ? { ...place, open: withOpen(place.open, name) } : place
    const inLine = { ...inner, gap: inner.gap ?? ' ' }
    switch (name) {
      case 'p':
        return fitParagraph(element, place)
      case 'pre':
        return [refit(element, trimStart(fitNodes(children, { ...place, gap: '\n' })))]
      case 'ul':
      case 'ol':
        return fitList(element, place, fitNodes)
      case 'dl':
        return fitDefinitions(element, place, fitNodes)
      case 'table':
        return fitTable(element, place, fitNodes)
      case 'figure':
        return [fitFigure(element, place)]
      case 'details':
        return [fitDetails(element, place)]
      case 'address':
        return [refit(element, fitNodes(children, { ...inner, hasNoHeadings: true }))]
      case 'li':
      case 'dt':
      case 'dd':
      case 'summary':
      case 'figcaption':
        return [refit(element, fitNodes(children, place), 'div')]
      case 'caption':
      case 'colgroup':
      case 'tbody':
      case 'td':
      case 'tfoot':
      case 'th':
      case 'thead':
      case 'tr':
        return [fit('div', fitNodes(children, place))]
      case 'rt':
      case 'rp':
        return fitNodes(children, inLine)
      case 'ruby':
        return fitRuby(element, inLine, fitNodes)
      case 'picture':
        return fitPicture(element, inLine, fitNodes)
      case 'audio':
      case 'video':
        return fitRecording(element, inner, fitNodes)
      case 'source':
      case 'col':
        return []
      case 'math':
        return fitMath(element)
      case 'img':
        return [fitImage(element)]
    }
    return rule?.place === 'line' ? fitMark(element, inner) : [refit(element, fitNodes(children, place))]
  }

  /** A mark around a block is pushed down into the block. A link may hold blocks, but no interactive elements. */
  function fitMark(element: Element, inner: Place): Fitted[] {
    const { attributes } = element
    // An element that lacks the attribute it needs says nothing (HTML, sections 4.5.14 and 4.5.25).
    const lacks =
      (element.name === 'time' && !attributes.has('datetime')) || (element.name === 'bdo' && !attributes.has('dir'))
    const name = lacks ? 'span' : element.name
    const kids = fitNodes(element.children, inner)
    if (name === 'a') return fitLink(element, kids)
    if (elements.get(name)?.isTransparent || !kids.some(isBlockNode)) return [fit(name, kids, attributes)]
    return pushDown(name, attributes, kids)
  }

  function fitLink({ attributes }: Element, kids: Fitted[]): Fitted[] {
    const href = attributes.get('href')
    const id = attributes.get('id')
    const anchor = id === undefined ? [] : [fit('span', [], new Map([['id', id]]))]
    if (href === undefined && kids.some(isUsedNode)) return [...anchor, ...kids]
    if (kids.some(isUsedNode)) return [...anchor, ...linkOthers(kids, makeLineWrapper('a', without(attributes, 'id')))]
    if (href === undefined) {
      return [fit('a', kids, new Map([...attributes].filter(([key]) => !/^(class|hreflang|type)$/.test(key))))]
    }
    if (kids.some(saysSomething)) return [fit('a', kids, attributes)]
    const told = nameFirstPicture(kids, namePage(href))
    return told === undefined ? [...anchor, ...kids] : [fit('a', told, attributes)]
  }

  /** Put a link that holds interactive elements around what stands beside them instead, so that all of them can be used. */
  function linkOthers(kids: readonly Fitted[], wrapLine: (line: Fitted[]) => Fitted[]): Fitted[] {
    const result: Fitted[] = []
    let line: Fitted[] = []
    const endLine = () => {
      result.push(...(line.some(saysSomething) ? wrapLine(line) : line))
      line = []
    }
    budget.steps -= kids.length
    for (const kid of kids) {
      // An item or a cell can only stand in its list or row: the link goes into it.
      if (typeof kid === 'string' || (!kid.isUsed && !isPart(kid))) {
        line.push(kid)
        continue
      }
      endLine()
      const isItself = elements.get(kid.name)?.isInteractive === true || budget.steps < 0
      result.push(isItself ? kid : refit(kid, linkOthers(kid.children, wrapLine)))
    }
    endLine()
    return result
  }

  /** Put a mark around the lines in blocks instead of around the blocks. Where that exceeds the budget, drop the mark. */
  function pushDown(name: string, attributes: Attributes, kids: Fitted[]): Fitted[] {
    const wrapLine = makeLineWrapper(name, attributes)
    const push = (nodes: Fitted[]): Fitted[] => {
      budget.steps -= nodes.length
      if (budget.steps < 0 || budget.characters < 0) return nodes
      // What a player plays stands first in it, and nowhere else.
      const sources = nodes.filter(isSource)
      const others = sources.length > 0 ? nodes.filter((node) => !isSource(node)) : nodes
      return [...sources, ...splitLines(others, wrapLine, (block) => refit(block, push(block.children)))]
    }
    return push(kids)
  }

  function fitParagraph(element: Element, place: Place): Fitted[] {
    const kids = fitNodes(element.children, place)
    if (!kids.some(isBlockNode)) return [refit(element, kids)]
    return splitLines(kids, makeLineWrapper('p', element.attributes), (block) => block)
  }

  /** Wrap each line in the same element; only the first gets its id. */
  function makeLineWrapper(name: string, attributes: Attributes): (line: Fitted[]) => Fitted[] {
    const size =
      2 * name.length +
      5 +
      [...attributes].reduce((sum, [key, value]) => sum + key.length + escapeAttribute(value).length + 4, 0)
    let own = attributes
    return (line) => {
      if (line.every(isBlank)) return line
      budget.characters -= size
      if (budget.characters < 0 && name !== 'p') return line
      const wrapped = fit(name, line, budget.characters < 0 ? noAttributes : own)
      if (own.has('id')) own = without(attributes, 'id')
      return [wrapped]
    }
  }

  /** A heading without words becomes a `div`, or nothing. */
  function fitHeading(element: Element, place: Place): Fitted[] {
    const kids = fitNodes(element.children, { ...place, gap: ' ' })
    if (!kids.some(saysSomething)) return kids.every(isBlank) ? [] : [refit(element, kids, 'div')]
    return place.hasNoHeadings ? [refit(element, [fit('strong', kids)], 'div')] : [refit(element, kids)]
  }

  /** A figure has one caption, first or last. */
  function fitFigure(element: Element, place: Place): FittedElement {
    const isCaption = (node: Node) => typeof node === 'object' && node.name === 'figcaption'
    const at = element.children.findIndex(isCaption)
    const caption = element.children[at] as Element | undefined
    const others = fitNodes(
      element.children.filter((_, index) => index !== at),
      place,
    )
    const shown = caption === undefined ? undefined : refit(caption, fitNodes(caption.children, place))
    if (shown === undefined || !shown.hasWords) {
      appendAll(others, shown?.children.filter((node) => !isBlank(node)) ?? [])
      return refit(element, others)
    }
    // What stood before the caption may have come to nothing.
    const isFirst = others.every(isBlank) || element.children.slice(0, at).every(isBlank)
    return refit(element, isFirst ? [shown, ...others] : [...others, shown])
  }

  /** Without a summary that has words, readers could not open `details`. */
  function fitDetails(element: Element, place: Place): FittedElement {
    const at = element.children.findIndex((node) => typeof node === 'object' && node.name === 'summary')
    const summary = element.children[at] as Element | undefined
    const others = fitNodes(
      element.children.filter((_, index) => index !== at),
      place,
    )
    const kids = summary === undefined ? [] : fitNodes(summary.children, { ...place, gap: ' ' })
    if (summary === undefined || !kids.some(saysSomething)) return fit('div', [...kids, ...others])
    return refit(element, [refit(summary, kids), ...others])
  }
}

function isPart({ name }: FittedElement): boolean {
  return elements.get(name)?.place === 'part' || name === 'rt' || name === 'rp'
}

function isUsedNode(node: Fitted): boolean {
  return typeof node !== 'string' && node.isUsed
}

function without(attributes: Attributes, name: string): Attributes {
  return attributes.has(name) ? new Map([...attributes].filter(([key]) => key !== name)) : attributes
}

/** The same nodes, with this `alt` on the first image among them; `undefined` where there is none. */
function nameFirstPicture(nodes: Fitted[], alt: string): Fitted[] | undefined {
  for (const [index, node] of nodes.entries()) {
    if (typeof node === 'string') continue
    if (node.name === 'img') {
      return nodes.with(index, fit('img', [], new Map([...node.attributes, ['alt', alt]])))
    }
    const children = nameFirstPicture(node.children, alt)
    if (children !== undefined) return nodes.with(index, refit(node, children))
  }
  return undefined
}

function splitLines(
  nodes: readonly Fitted[],
  wrapLine: (line: Fitted[]) => Fitted[],
  wrapBlock: (block: FittedElement) => Fitted,
): Fitted[] {
  const result: Fitted[] = []
  let line: Fitted[] = []
  for (const node of nodes) {
    if (typeof node === 'string' || !node.isBlock) {
      line.push(node)
      continue
    }
    result.push(...wrapLine(line), wrapBlock(node))
    line = []
  }
  result.push(...wrapLine(line))
  return result
}

/** A parser leaves out a line end right behind `<pre>`, so none may stand there. */
function trimStart(nodes: Fitted[]): Fitted[] {
  const [first, ...others] = nodes
  if (typeof first !== 'string' || !first.startsWith('\n')) return nodes
  const rest = first.replace(/^\n+/, '')
  return rest === '' ? others : [rest, ...others]
}
