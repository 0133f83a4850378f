import { elements } from './elements.ts'

/**
 * Whether a tag is words between a "<" and a ">" that were not escaped: "if a<b then <i>", "i<n and j>m". They have no "=", and the
 * name is nobody's, or another tag begins before the end.
 *
 * @param written from the name on
 */
export function areWords(name: string, written: string): boolean {
  const inner = written.indexOf('<')
  const before = inner < 0 ? written : written.slice(0, inner)
  if (before.includes('=') || !/^\S+\s+[^\s/]/.test(before)) return false
  return inner >= 0 || !(elements.has(name) || /[:-]/.test(name))
}
