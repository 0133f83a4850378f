import type { Attributes } from './nodes.ts'

/** Whether a `span` is a box of a list of tasks that a style would draw (Discourse), if there is nothing in it. */
export function isDrawnBox(attributes: Attributes): boolean {
  return /(^|\s)chcklst-box(\s|$)/.test(attributes.get('class') ?? '')
}
