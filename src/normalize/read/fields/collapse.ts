import { stripForbidden } from './strip-forbidden.ts'

/** Plain text as we keep it: on one line, without what XML forbids. */
export function collapse(text: string): string {
  return stripForbidden(text).replace(/\s+/g, ' ').trim()
}
