import { findGrammar, type Grammar } from './code-languages.ts'
import { type CodeColor, codeColors, findCodeColor } from './find-code-color.ts'
import { escapeHtml } from './render-html.ts'

/** Characters of the longest block that is colored: a grammar may take time by the square of its length. */
const longestBlock = 8_000

/** Colors a text: gives HTML with a span around each piece, whose class is the grammar's name for its kind. */
export type Highlight = (text: string, grammar: Grammar) => string

/** A block of code as `renderHtml` writes it. Blocks are not nested. */
const block = /<pre((?: [a-z-]+="[^"<>]*")*)>([\s\S]*?)<\/pre>/g

/** Whether there is code that could be colored: for most posts there is none, and the grammars need not be loaded. */
export function hasCode(html: string | undefined): html is string {
  return html?.includes('<pre') === true && html.includes('class="language-')
}

/**
 * The blocks of code in stored HTML, colored where their language is known and nobody has colored them before: flat spans whose
 * classes are `codeColors`. The words stay, to the letter.
 *
 * @param isOver asked before each block: whether the time for coloring is used up
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

/** Whether a block holds no markup of its author's that coloring would lose: a link, something in bold, a color. */
function isPlain(body: string): boolean {
  return !/<(?!br \/>)/.test(body)
}

/** Turn the highlighter's nested spans into flat ones. */
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
