import { skipMisc } from './skip-misc.ts'

/** A document type declaration, taken out of a document. */
export type Doctype = {
  /** The document without it; its line breaks stay, so that line numbers hold. */
  text: string
  /** The entities that its internal subset declares, by name, as written; external ones are never read. */
  entities: ReadonlyMap<string, string>
  /** Whether there was a declaration: then HTML's entities may come from it. */
  found: boolean
}

/** Take the document type declaration out of a document, wherever in its prolog it stands. */
export function parseDoctype(text: string): Doctype {
  const start = skipMisc(text, 0)
  if (!/^<!doctype\b/i.test(text.slice(start, start + 10))) return { text, entities: new Map(), found: false }
  const end = endOfDoctype(text, start)
  const declaration = text.slice(start, end)
  const lines = declaration.replace(/[^\n]+/g, '')
  return { text: text.slice(0, start) + lines + text.slice(end), entities: entitiesOf(declaration), found: true }
}

/**
 * Where the declaration ends: at the first ">" outside quotes and outside its internal subset; an unfinished one, where an element begins.
 */
function endOfDoctype(text: string, start: number): number {
  const token = /["'[\]>]|<!--|<\?/g
  token.lastIndex = start + '<!doctype'.length
  let inSubset = false
  let quote = ''
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match
    if (quote !== '') quote = found === quote ? '' : quote
    else if (found.startsWith('<')) {
      const close = found === '<?' ? '?>' : '-->'
      const end = text.indexOf(close, token.lastIndex)
      if (end < 0) break
      token.lastIndex = end + close.length
    } else if (found === '"' || found === "'") quote = found
    else if (found === '[') inSubset = true
    else if (found === ']') inSubset = false
    else if (found === '>' && !inSubset) return token.lastIndex
  }
  const element = text.slice(start).search(/<[a-z]/i)
  return element < 0 ? text.length : start + element
}

function entitiesOf(declaration: string): Map<string, string> {
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of declaration.matchAll(
    /<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g,
  )) {
    // The first declaration of a name binds (XML 1.0, section 4.2).
    if (!entities.has(name)) entities.set(name, double ?? single ?? '')
  }
  return entities
}
