import { group, headings, interactive, isBlank, isBlock, isElement, isHeard, tableParts } from './content-model.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

const boxes = [
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'div',
  'footer',
  'header',
  'hgroup',
  'main',
  'nav',
  'p',
  'section',
]

/** An element around every run of what it can hold; the rest stands between, as `mend` leaves it. */
function split(
  element: HtmlElement,
  isFit: (node: HtmlNode) => boolean,
  mend: (node: HtmlElement) => HtmlNode[],
): HtmlNode[] {
  let attributes = element.attributes
  return group(element.children, isFit).flatMap(([is, run]) => {
    if (!is) return run.flatMap((node) => (typeof node === 'string' ? [node] : mend(node)))
    if (run.every(isBlank)) return run
    const part = { ...element, attributes, children: run }
    // An id leads to the first part.
    attributes = attributes.replace(/ id="[^"]*"/, '')
    return [part]
  })
}

/** A paragraph ends where a block begins: so do browsers read it. */
export function mendParagraph(paragraph: HtmlElement): HtmlNode[] {
  if (!paragraph.children.some(isBlock)) return [paragraph]
  return split(
    paragraph,
    (node) => !isBlock(node),
    (node) => [node],
  )
}

/** A heading, or code: boxes in it are only lines of it; at lists, tables and the like it ends. */
export function mendLines(element: HtmlElement, between: string): HtmlNode[] {
  if (!element.children.some(isBlock)) return [element]
  const children = flatten(element.children, boxes, between)
  return split(
    { ...element, children },
    (node) => !isBlock(node),
    (node) => [node],
  )
}

/** A heading of nothing is none. */
export function mendHeading(heading: HtmlElement): HtmlNode[] {
  return mendLines(heading, ' ').flatMap((part) => {
    return isElement(part, heading.name) && !isHeard(part) ? part.children : [part]
  })
}

/** How often marks may still be repeated: a hundred marks around a hundred thousand blocks would be ten million. */
export type Budget = { marks: number }

/** What is marked within a line: around a block, the mark goes into it, line by line. */
export function mendMark(mark: HtmlElement, budget: Budget): HtmlNode[] {
  if (!mark.children.some(isBlock)) return [mark]
  const inner = { ...mark, attributes: withoutId(mark) }
  const enter = (block: HtmlElement) => [
    { ...block, children: mendMark({ ...inner, children: block.children }, budget) },
  ]
  budget.marks -= mark.children.length
  return budget.marks < 0 ? mark.children : split(mark, (node) => !isBlock(node), enter)
}

/** Links do not hold each other, nor players: the outer one is put around what is beside and before them. */
export function mendLink(link: HtmlElement): HtmlNode[] {
  if (!link.children.some((node) => isPart(node) || holdsInteractive(node))) return nameLink(link)
  const enter = (node: HtmlElement): HtmlNode[] => {
    if (interactive.has(node.name)) return [node]
    return [{ ...node, children: mendLink({ ...link, attributes: withoutId(link), children: node.children }) }]
  }
  const parts = split(link, (node) => !isPart(node) && !holdsInteractive(node), enter)
  return parts.flatMap((part) => (isElement(part, 'a') ? nameLink(part) : [part]))
}

/** What somebody who hears the page is told of a link: its text, else where it leads. A link of nothing goes. */
function nameLink(link: HtmlElement): HtmlNode[] {
  const [, href] = / href="([^"]*)"/.exec(link.attributes) ?? []
  if (href === undefined || link.children.some(isHeard)) return [link]
  const [, label] = /([^/?#]+)\/?(?:[?#].*)?$/.exec(href) ?? []
  const named = nameFirstPicture(link.children, label ?? href)
  if (named !== undefined) return [{ ...link, children: named }]
  const [id] = / id="[^"]*"/.exec(link.attributes) ?? []
  return id === undefined ? link.children : [{ ...link, attributes: id }]
}

function nameFirstPicture(nodes: HtmlNode[], label: string): HtmlNode[] | undefined {
  for (const [index, node] of nodes.entries()) {
    if (typeof node === 'string') continue
    if (node.name === 'img') {
      const attributes = `${node.attributes.replace(/ alt="[^"]*"/, '')} alt="${label}"`
      return nodes.with(index, { ...node, attributes })
    }
    const children = nameFirstPicture(node.children, label)
    if (children !== undefined) return nodes.with(index, { ...node, children })
  }
  return undefined
}

/** A summary is one line. */
export function mendSummary(summary: HtmlElement): HtmlElement {
  const children = flatten(summary.children, undefined, ' ')
  return { ...summary, children: children.some(isHeard) ? children : ['…'] }
}

/** Headings where none can stand, as in the heading of a row: they are strong, and that is all. */
export function softenHeadings(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    const children = softenHeadings(node.children)
    if (isElement(node, 'address')) return { ...node, name: 'div', children }
    if (!headings.has(node.name)) return { ...node, children }
    return { ...node, name: 'p', children: [{ name: 'strong', attributes: '', children }] }
  })
}

/** Nodes without some elements, or any block that is no heading; what was in them stays. */
export function flatten(nodes: readonly HtmlNode[], names: readonly string[] | undefined, between: string): HtmlNode[] {
  return nodes.flatMap((node, index) => {
    if (typeof node === 'string') return [node]
    const goes = names === undefined ? isBlock(node) && !headings.has(node.name) : names.includes(node.name)
    if (!goes) return [node]
    const inner = flatten(node.children, names, between)
    return index === 0 ? [...inner, ...(nodes.length > 1 ? [between] : [])] : [between, ...inner]
  })
}

const holdsInteractive = (node: HtmlNode): boolean =>
  typeof node !== 'string' && (interactive.has(node.name) || needsBox(node) || node.children.some(holdsInteractive))

/** A part of a list, a table, a figure, which can have nothing around it. */
const isPart = (node: HtmlNode) => typeof node !== 'string' && (tableParts.has(node.name) || listParts.has(node.name))
const listParts = new Set(['li', 'dt', 'dd', 'summary', 'figcaption'])

/** Tables and code scroll in a box of their own, which can have the focus. */
const needsBox = ({ name }: HtmlElement) => name === 'table' || name === 'pre'

const withoutId = ({ attributes }: HtmlElement) => attributes.replace(/ id="[^"]*"/, '')
