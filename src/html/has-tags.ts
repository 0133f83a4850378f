import { elements } from './elements.ts'

/** Whether a text has any markup of HTML: a tag that HTML knows, an end tag, a comment. "Mind the <gate>" and "a < b" have none. */
export function hasTags(text: string): boolean {
  for (const [, sign, name = ''] of text.matchAll(/<(?:([/!?])|([a-z][^\s/>]{0,30}))/gi)) {
    if (sign !== undefined || elements.has(name.toLowerCase())) return true
  }
  return false
}
