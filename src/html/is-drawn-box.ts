import type { Attributes } from './nodes.ts'

/** Whether an empty `span` is the box of a task, which a style sheet would draw (Discourse). */
export function isDrawnBox(attributes: Attributes): boolean {
  return /(^|\s)chcklst-box(\s|$)/.test(attributes.get('class') ?? '')
}
