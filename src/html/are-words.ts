import { elements } from './elements.ts'

/**
 * Whether a tag is words between a "<" and a ">" that were not escaped: "if a<b then <i>", "i<n and j>m". Such a tag has no "=", and either
 * its name is no known element's, or another tag begins before its end.
 *
 * @param written the source of the tag, from its name on
 */
export function areWords(name: string, written: string): boolean {
  const inner = written.indexOf('<')
  const before = inner < 0 ? written : written.slice(0, inner)
  if (before.includes('=') || !/^\S+\s+[^\s/]/.test(before)) return false
  return inner >= 0 || !(elements.has(name) || /[:-]/.test(name))
}
