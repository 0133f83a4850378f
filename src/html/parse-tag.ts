import { voidNames } from './elements.ts'

/** A start tag as `renderHtml` writes it: lower case, every value in double quotes, no "<" or ">" in it. */
const startTag = /^<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)( \/)?>$/
/** An end tag, or a start tag without attributes: most tags. */
const bareTag = /^<\/?[a-z][a-z0-9]*>$/

/** A tag of stored HTML; its attributes as they are written. */
export type Tag = { name: string; isEnd: boolean; attributes: string }

/** Take a tag apart. @returns `undefined` for one that `renderHtml` would not write */
export function parseTag(text: string): Tag | undefined {
  const isEnd = text.startsWith('</')
  if (bareTag.test(text)) return { name: text.slice(isEnd ? 2 : 1, -1), isEnd, attributes: '' }
  const [, name = '', attributes = '', slash] = startTag.exec(text) ?? []
  return name === '' || (slash !== undefined && !voidNames.has(name)) ? undefined : { name, isEnd, attributes }
}
