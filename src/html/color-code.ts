import { findGrammar, type Grammar } from './code-languages.ts'
import { type CodeColor, codeColors, findCodeColor } from './find-code-color.ts'
import { escapeHtml } from './render-html.ts'

/** Characters of a block, at most: a grammar may take time by the square of what stands in one. */
const longestBlock = 8_000

/** Colors text: HTML with a span for each kind of thing, its class as the grammar names it. */
export type Highlight = (text: string, grammar: Grammar) => string

/** A block of code as `renderHtml` writes it. None stands in another. */
const block = /<pre((?: [a-z-]+="[^"<>]*")*)>([\s\S]*?)<\/pre>/g

/** Whether there is code that could be colored: so the grammars need not be loaded for most posts. */
export function hasCode(html: string | undefined): html is string {
  return html?.includes('<pre') === true && html.includes('class="language-')
}

/**
 * The blocks of code in stored HTML, colored where their language is known and nobody has colored them before: flat spans whose
 * classes are `codeColors`. The words stay, to the letter.
 *
 * @param isOver asked before each block: whether enough time went into this
 */
export function colorCode(html: string, highlight: Highlight, isOver: () => boolean): string {
  return html.replace(block, (whole, attributes: string, inner: string) => {
    const parts = /^(<code([^>]*)>)([\s\S]*)(<\/code>)$/.exec(inner) ?? [whole, '', '', inner, '']
    const [, start = '', marks = '', body = '', end = ''] = parts
    const language = /class="language-([^"]+)"/.exec(marks) ?? /class="language-([^"]+)"/.exec(attributes)
    const grammar = language?.[1] === undefined ? undefined : findGrammar(language[1])
    if (grammar === undefined || body.length > longestBlock || !isPlain(body) || isOver()) return whole
    const colored = paint(highlight(decode(body.replaceAll('<br />', '\n')), grammar))
    return `<pre${attributes}>${start}${colored}${end}</pre>`
  })
}

/** Nothing that its author wrote into it is lost: a link, something in bold, a color. */
function isPlain(body: string): boolean {
  return !/<(?!br \/>)/.test(body)
}

/** The highlighter's spans, of which one may stand in another, as flat ones. */
function paint(html: string): string {
  let result = ''
  let open = ''
  let text = ''
  const colors: string[] = ['']
  const flush = () => {
    if (text !== '') result += open === '' ? text : `<span class="${open}">${text}</span>`
    text = ''
  }
  for (const [part, names] of html.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    const outer = colors.at(-1) ?? ''
    if (names !== undefined) {
      const color = findCodeColor(names)
      colors.push(color === undefined ? outer : isColor(color) ? color : '')
    } else if (part === '</span>') {
      colors.pop()
    } else {
      if (outer !== open && part.trim() !== '') {
        flush()
        open = outer
      }
      text += escapeHtml(decode(part))
    }
  }
  flush()
  return result
}

function isColor(color: string): color is CodeColor {
  return (codeColors as readonly string[]).includes(color)
}

const references = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
])

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => references.get(sign) ?? sign)
}
