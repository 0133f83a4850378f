import { elements } from './elements.ts'

/**
 * Whether the text behind a "<" is no name of an element, so that the "<" is a sign that nobody escaped: "b$", "n)", "https:",
 * "ann@b.example".
 *
 * @param name in lower case, up to a blank, a "/" or a ">"
 */
export function isNoName(name: string): boolean {
  return !elements.has(name) && (/[^\w:.\-\u0080-\uffff]/.test(name) || name.endsWith(':'))
}
