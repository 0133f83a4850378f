import { elements } from './elements.ts'
import type { Attributes } from './nodes.ts'

/** What its author put to a side, or into the middle: a picture with text around it, a line of text. */
export type Side = 'at-left' | 'at-right' | 'at-center'

const sides = new Map<string, Side>([
  ['left', 'at-left'],
  ['start', 'at-left'],
  ['right', 'at-right'],
  ['end', 'at-right'],
  ['center', 'at-center'],
  ['middle', 'at-center'],
])

/** As WordPress, Bootstrap and their kin call it. */
const floating = /(?:^|\s)(?:align|float|pull)-?(left|right|center|start|end)(?:\s|$)/
const centered = /(?:^|\s)(?:has-)?text-(?:align-)?(center|right|end)(?:\s|$)/

/**
 * Where an element stands, as attributes, styles and classes of the web's thirty years say it. Only pictures and their figures float: in
 * the layout of a page that boxes and columns were made for, the post does not stand here.
 *
 * @param name of the element
 */
export function findSide(name: string, attributes: Attributes): Side | undefined {
  if (name === 'center') return 'at-center'
  if (attributes.size === 0 || elements.get(name)?.attributes?.includes('class') !== true) return undefined
  const classes = attributes.get('class') ?? ''
  const style = attributes.get('style') ?? ''
  const isPicture = name === 'img' || name === 'figure'
  if (isPicture || /(?:^|\s)wp-caption(?:\s|$)/.test(classes)) {
    const said = floating.exec(classes)?.[1] ?? /(?:^|[;\s])float\s*:\s*(left|right)/i.exec(style)?.[1]
    const side = sides.get(said?.toLowerCase() ?? '') ?? (isPicture ? sides.get(alignOf(attributes)) : undefined)
    if (side !== undefined || name === 'img') return side
  }
  const said = centered.exec(classes)?.[1] ?? /(?:^|[;\s])text-align\s*:\s*(center|right)/i.exec(style)?.[1]
  const side = sides.get(said?.toLowerCase() ?? alignOf(attributes))
  // To the left is where text begins, or the one thing that a text from right to left cannot mean.
  return side === 'at-left' ? undefined : side
}

function alignOf(attributes: Attributes): string {
  return attributes.get('align')?.trim().toLowerCase() ?? ''
}
