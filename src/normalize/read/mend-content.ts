import { group, headings, holds, isBlank, isElement, isHeard, isMark, tableParts } from './content-model.ts'
import { growHtml, type HtmlElement, type HtmlNode, renderHtml } from './html-tree.ts'
import {
  type Budget,
  flatten,
  mendHeading,
  mendLines,
  mendLink,
  mendMark,
  mendParagraph,
  mendSummary,
  softenHeadings,
} from './mend-lines.ts'
import { mendDefinitions, mendList } from './mend-lists.ts'
import { mendHeadingCell, mendRow, mendRows, mendTable } from './mend-table.ts'
import { voidTags } from './sanitising-policy.ts'

const voids = new Set(voidTags)

/**
 * Put elements where HTML allows them: items into lists, rows into tables, blocks out of paragraphs, links out of links. What
 * people hear instead of see gets a name, or goes where there is nothing to it: links, headings, cells, summaries.
 *
 * All text stays, in its order, but for what stands in a table outside of its cells: browsers show that before the table.
 *
 * @param html the sanitiser's output: every element has its end, in order
 */
export function mendContent(html: string): string {
  if (!html.includes('<')) return html
  return renderHtml(mendNodes(growHtml(html), '', { marks: 2_000 }), (name) => voids.has(name))
}

function mendNodes(nodes: readonly HtmlNode[], parent: string, budget: Budget): HtmlNode[] {
  return adopt(
    nodes.flatMap((node) => (typeof node === 'string' ? [node] : mendElement(node, parent, budget))),
    parent,
  )
}

function mendElement(element: HtmlElement, parent: string, budget: Budget): HtmlNode[] {
  const inner = parent === 'dl' && element.name === 'div' ? 'dl' : element.name
  const mended = { ...element, children: mendNodes(element.children, inner, budget) }
  const rule = rules[element.name]
  if (rule !== undefined) return rule(mended)
  return isMark(mended) ? mendMark(mended, budget) : [mended]
}

type Rule = (element: HtmlElement) => HtmlNode[]

const soften: Rule = (element) => [{ ...element, children: softenHeadings(element.children) }]

/** What is done to an element whose children are as they should be. */
const rules: Record<string, Rule> = {
  ...Object.fromEntries([...headings].map((name) => [name, mendHeading])),
  p: mendParagraph,
  pre: (pre) => mendLines(pre, '\n'),
  a: mendLink,
  address: soften,
  dt: soften,
  th: (cell) => soften(mendHeadingCell(cell)),
  ul: (list) => [mendList(list)],
  ol: (list) => [mendList(list)],
  dl: (list) => [mendDefinitions(list)],
  tr: mendRow,
  thead: mendRows,
  tbody: mendRows,
  tfoot: mendRows,
  table: mendTable,
  caption: (caption) => {
    const children = flatten(caption.children, ['table', ...tableParts], ' ')
    return children.some(isHeard) ? [{ ...caption, children }] : children.filter((child) => !isBlank(child))
  },
  colgroup: (columns) => [{ ...columns, children: columns.children.filter((child) => isElement(child, 'col')) }],
  details: mendDetails,
  figure: mendFigure,
  hgroup: (group) => {
    const isFit = group.children.every((child) => isBlank(child) || isElement(child, 'p', ...headings))
    const titles = group.children.filter((child) => isElement(child, ...headings))
    return [isFit && titles.length === 1 ? group : { ...group, name: 'div' }]
  },
  img: (image) => [image],
  picture: mendPicture,
  audio: mendPlayer,
  video: mendPlayer,
}

/** What needs another element around it. */
const orphans = new Set([...tableParts, 'li', 'dt', 'dd', 'summary', 'figcaption', 'source', 'rt', 'rp'])

/** What needs another element around it and has none gets one, or becomes what it would look like. */
function adopt(nodes: HtmlNode[], parent: string): HtmlNode[] {
  if (!nodes.some((node) => typeof node !== 'string' && orphans.has(node.name))) return nodes
  const isTable = parent === 'table' || tableParts.has(parent)
  const isCell = parent === 'td' || parent === 'th' || parent === 'caption'
  let adopted = nodes.flatMap((node) => (typeof node === 'string' ? [node] : replace(node, parent)))
  if (parent !== 'ul' && parent !== 'ol')
    adopted = wrap(adopted, ['li'], (items) => [mendList(makeElement('ul', items))])
  if (parent !== 'dl') adopted = wrap(adopted, ['dt', 'dd'], (items) => [mendDefinitions(makeElement('dl', items))])
  if (!isTable || isCell) adopted = wrap(adopted, [...tableParts], (parts) => mendTable(makeElement('table', parts)))
  return adopted
}

function replace(node: HtmlElement, parent: string): HtmlNode[] {
  const isOf = (...parents: string[]) => parents.includes(parent)
  switch (node.name) {
    case 'summary':
      return isOf('details') ? [mendSummary(node)] : [{ ...node, name: 'div' }]
    case 'figcaption':
      return isOf('figure') ? [node] : [{ ...node, name: 'div' }]
    case 'source':
      return isOf('picture', 'audio', 'video') ? [node] : []
    case 'rt':
      return isOf('ruby') ? [node] : [{ ...node, name: 'span' }]
    case 'rp':
      return isOf('ruby') ? [node] : node.children
    default:
      return [node]
  }
}

/** Put runs of some elements, and the blanks between them, into one. */
function wrap(nodes: HtmlNode[], names: string[], make: (run: HtmlNode[]) => HtmlNode[]): HtmlNode[] {
  if (!nodes.some((node) => isElement(node, ...names))) return nodes
  return group(nodes, (node) => isElement(node, ...names) || isBlank(node)).flatMap(([is, run]) => {
    return is && run.some((node) => isElement(node, ...names)) ? make(run) : run
  })
}

/** One summary, and first. */
function mendDetails(details: HtmlElement): HtmlNode[] {
  const [summary = makeElement('summary', ['…']), ...others] = details.children.filter((child) =>
    isElement(child, 'summary'),
  )
  const rest = details.children
    .filter((child) => child !== summary)
    .map((child) => (isElement(child, 'summary') && others.includes(child) ? { ...child, name: 'div' } : child))
  return [{ ...details, children: [summary, ...rest] }]
}

/** One caption, and first or last. */
function mendFigure(figure: HtmlElement): HtmlNode[] {
  const isCaption = (child: HtmlNode) => isElement(child, 'figcaption')
  const seen = figure.children.filter((child) => !isBlank(child) && !(isCaption(child) && !holdsMuch(child)))
  const caption = seen.find(isCaption)
  if (caption === undefined) return [{ ...figure, children: figure.children.filter((child) => !isCaption(child)) }]
  const isPlaced = seen.filter(isCaption).length === 1 && (seen[0] === caption || seen.at(-1) === caption)
  if (isPlaced) return [figure]
  const others = seen.filter((child) => child !== caption)
  const children = others.map((child) => (isElement(child, 'figcaption') ? { ...child, name: 'div' } : child))
  return [{ ...figure, children: [...children, caption] }]
}

/** Sources, then the picture that they are sources of; nothing else is in it. */
function mendPicture(picture: HtmlElement): HtmlNode[] {
  const image = picture.children.find((child) => isElement(child, 'img'))
  const others = picture.children.filter((child) => child !== image && !isElement(child, 'source') && !isBlank(child))
  const sources = picture.children.filter((child) => isElement(child, 'source'))
  return image === undefined ? others : [{ ...picture, children: [...sources, image] }, ...others]
}

/** Nothing to play: what is said instead stays. */
function mendPlayer(player: HtmlElement): HtmlNode[] {
  const sources = player.children.filter((child) => isElement(child, 'source'))
  const others = player.children.filter((child) => !isElement(child, 'source'))
  const isSilent = sources.length === 0 && !/ src="/.test(player.attributes)
  return isSilent ? others : [{ ...player, children: [...sources, ...others] }]
}

const holdsMuch = (node: HtmlNode) => isHeard(node) || (typeof node !== 'string' && holds(node.children, pictures))
const pictures = new Set(['img', 'audio', 'video'])

const makeElement = (name: string, children: HtmlNode[]): HtmlElement => ({ name, attributes: '', children })
