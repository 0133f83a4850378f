import { elements } from './elements.ts'
import type { Attributes } from './nodes.ts'

/** Where an author put a picture with text around it, or a line of text: at a side, or in the middle. */
export type Side = 'at-left' | 'at-right' | 'at-center'

const sides = new Map<string, Side>([
  ['left', 'at-left'],
  ['start', 'at-left'],
  ['right', 'at-right'],
  ['end', 'at-right'],
  ['center', 'at-center'],
  ['middle', 'at-center'],
])

/** The classes of WordPress, Bootstrap and their kin. */
const floating = /(?:^|\s)(?:align|float|pull)-?(left|right|center|start|end)(?:\s|$)/
const centered = /(?:^|\s)(?:has-)?text-(?:align-)?(center|right|end)(?:\s|$)/

/**
 * Where an element stands, by the attributes, styles and classes of the web's thirty years. Only pictures and their figures float: boxes
 * and columns were made for the layout of the blog's own page.
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
  // Left is where text begins anyway; in a text from right to left, it cannot be meant.
  return side === 'at-left' ? undefined : side
}

function alignOf(attributes: Attributes): string {
  return attributes.get('align')?.trim().toLowerCase() ?? ''
}
