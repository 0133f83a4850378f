import { replaceMath } from './replace-math.ts'
import { droppedWhole } from './sanitising-policy.ts'
import { stripForbidden } from './strip-forbidden.ts'

/** "/>" after white space or a quote: behind an unquoted address the slash is part of it. No "<" within, so it is linear. */
const emptyTag = new RegExp(`<(${droppedWhole.join('|')}|iframe)(\\s[^<>]*(?<=[\\s"'])|)/>`, 'gi')

/**
 * HTML from a feed, made ready for an HTML parser: what XML forbids is gone, MathML has become text, and what is written as an
 * empty element of XML is empty. (HTML knows no `<iframe/>` and would take the rest of the post for its content.)
 */
export function prepareHtml(html: string): string {
  return replaceMath(unwrapSection(stripForbidden(html)).replace(emptyTag, '<$1$2></$1>'))
}

/** Some feeds put a CDATA section into one; HTML would read the inner one as a comment. */
function unwrapSection(html: string): string {
  const text = html.trim()
  return text.startsWith('<![CDATA[') && text.endsWith(']]>') ? text.slice('<![CDATA['.length, -']]>'.length) : html
}
