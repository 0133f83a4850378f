import { findOwn } from '../../../text/find-own.ts'

const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A start tag in which a ">" may stand in quotes. */
const startTag = /^<math((?:"[^"]*"|'[^']*'|[^"'>])*)>/i

/**
 * Put words in the place of MathML: its alttext, else the TeX that it was made from, else the text of its elements.
 * Linear in time, whatever stands there.
 */
export function replaceMath(html: string): string {
  const start = /<math(?=[\s/>])/gi
  const end = /<\/math\s*>/gi
  let result = ''
  let at = 0
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    end.lastIndex = found.index
    const ended = end.exec(html)
    if (ended === null) break
    result += html.slice(at, found.index) + sayMath(html.slice(found.index, ended.index))
    at = end.lastIndex
    start.lastIndex = at
  }
  return result + html.slice(at)
}

function sayMath(math: string): string {
  const [whole = '<math>', attributes = ''] = startTag.exec(math) ?? []
  const content = math.slice(whole.length)
  const [, , alttext] = /\salttext\s*=\s*(["'])([\s\S]*?)\1/i.exec(attributes) ?? []
  if (alttext?.trim()) return escapeText(alttext.trim())
  const tex = content.search(/<annotation[\s>-]/i)
  const encoded = tex === -1 ? '' : content.slice(tex).replace(/<\/annotation[\s\S]*$/i, '')
  if (/^<annotation[^>]*(tex|latex)/i.test(encoded)) return escapeText(encoded.replace(/^[^>]*>/, '').trim())
  const shown = tex === -1 ? content : content.slice(0, tex)
  return escapeText(shown.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function escapeText(text: string): string {
  return text.replace(/[<>"]/g, (sign) => findOwn(escapes, sign) ?? sign)
}
