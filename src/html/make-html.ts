import { joinLines } from '../text/join-lines.ts'
import { resolveWebUrl } from '../text/resolve-url.ts'
import { checkHtml } from './check-html.ts'
import { cleanText } from './clean-text.ts'
import { conformHtml } from './conform-html.ts'
import { cutNodes } from './cut-nodes.ts'
import { elements, globalAttributes } from './elements.ts'
import type { Fitted } from './fitted.ts'
import { maxContent, maxSource } from './limits.ts'
import { makePlainHtml } from './make-plain-html.ts'
import { type Element, isBlank, makeElement, type Node } from './nodes.ts'
import { maxDepth, parseHtml } from './parse-html.ts'
import { renderHtml } from './render-html.ts'
import { sanitizeNodes } from './sanitize-nodes.ts'
import { unwrapSection } from './unwrap-section.ts'

/** A source of at most this many characters fits `maxContent` however it is escaped, unless its addresses grow. */
const maxPlain = maxContent / 4

/** Reports what was wrong with a text; the same sentence is reported once for a feed. */
export type WarnHtml = (code: 'TOO_LONG' | 'TOO_DEEP' | 'UNCLOSED', message: string) => void

/**
 * A post's HTML as it is kept: only what docs/sanitising.md lets through, and complete, valid flow content of HTML, whatever the source.
 * The text is parsed once; time and result are in proportion to its length.
 *
 * @param base where relative links count from; without one they lead nowhere
 * @param isOurs whether `source` was made by this function: only then may it have our classes, which make HTML look like a part of the page
 * @param makePlain the short way for simply written texts; tests leave it out to compare it with the long way
 * @returns `undefined` where nothing is left
 */
export function makeHtml(
  source: string,
  base: string | undefined,
  warn: WarnHtml,
  isOurs = false,
  makePlain = makePlainHtml,
): string | undefined {
  const plain = isOurs || source.length > maxPlain ? undefined : makePlain(cleanText(source), base)
  if (plain !== undefined) return plain === '' ? undefined : plain
  const { nodes, isDoubtful } = readNodes(source, base, warn, isOurs)
  const html = fitContent(nodes, source.length, warn)
  const checked = isDoubtful ? checkAgain(html) : html
  return checked === '' ? undefined : checked
}

function readNodes(source: string, base: string | undefined, warn: WarnHtml, isOurs: boolean) {
  const { nodes, unclosed, isTooDeep } = parseHtml(unwrapSection(limitSource(source, warn)))
  if (isTooDeep) {
    warn('TOO_DEEP', `elements of a text are nested more than ${maxDepth} deep; further tags were left out`)
  }
  for (const name of unclosed) {
    const what = name === '!--' ? 'a comment' : `a <${name}>`
    warn('UNCLOSED', `${what} of a text has no end; what comes after it is shown`)
  }
  const clean = sanitizeNodes(nodes, findBase(source, nodes, base), true, isOurs)
  for (const name of clean.attributes.cut) warn('TOO_LONG', `a “${name}” of a text is longer than 1 kB and was cut`)
  for (const name of clean.attributes.dropped) {
    warn('TOO_LONG', `a “${name}” of a text is longer than 4 kB and was left out`)
  }
  if (clean.isCut) warnLength(warn)
  return { nodes: clean.nodes, isDoubtful: clean.isDoubtful || unclosed.size > 0 }
}

/** A whole document may say where its links count from (HTML, section 4.2.3). */
function findBase(source: string, nodes: readonly Node[], outer: string | undefined): string | undefined {
  if (!source.includes('<base') && !source.includes('<BASE')) return outer
  const href = findElement(nodes, 'base')?.attributes.get('href')
  return href === undefined ? outer : (resolveWebUrl(href, outer) ?? outer)
}

function findElement(nodes: readonly Node[], name: string): Element | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const found = node.name === name ? node : findElement(node.children, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Cap a text's length only. */
export function limitSource(text: string, warn: WarnHtml): string {
  if (text.length <= maxSource) return text
  warnLength(warn)
  return text.slice(0, maxSource).replace(/[\uD800-\uDBFF]$/, '')
}

function warnLength(warn: WarnHtml): void {
  warn('TOO_LONG', `a text is longer than ${maxContent / 1024} KB; the rest was cut off`)
}

/** Conformed HTML of at most `maxContent` bytes: where the result is longer, the nodes are cut and conformed again. */
function fitContent(nodes: readonly Node[], length: number, warn: WarnHtml): string {
  const whole = renderHtml(trim(conformHtml(nodes, length)))
  let size = sizeOf(whole)
  if (size <= maxContent) return whole
  warnLength(warn)
  let most = maxContent
  for (let turn = 0; turn < 8; turn++) {
    const part = cutNodes(nodes, most)
    const html = renderHtml(trim(conformHtml(part, most)))
    size = sizeOf(html)
    if (size <= maxContent) return html
    most = Math.floor((most * maxContent) / size) - 1000
  }
  return ''
}

/** Size in bytes; 0 where there cannot be too many. */
function sizeOf(html: string): number {
  return html.length * 3 <= maxContent ? 0 : Buffer.byteLength(html)
}

/** Drop blanks around a text: they show nothing. */
function trim(nodes: Fitted[]): Fitted[] {
  const from = nodes.findIndex((node) => !isBlank(node))
  const kept = from < 0 ? [] : nodes.slice(from, nodes.findLastIndex((node) => !isBlank(node)) + 1)
  const [first] = kept
  if (typeof first === 'string') kept[0] = first.trimStart()
  const last = kept.at(-1)
  if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd()
  return kept
}

/** The second check changes nothing in sound HTML. Where it changes something, the result is conformed once more. */
function checkAgain(html: string): string {
  const checked = checkHtml(html)
  return checked === html ? html : renderHtml(trim(conformHtml(parseHtml(checked).nodes, checked.length)))
}

/** The HTML of a title: only elements that can stand within a line of text, and no links. */
export function makeTitleHtml(source: string, warn: WarnHtml): string {
  const { nodes } = parseHtml(unwrapSection(limitSource(source, warn)))
  const html = renderHtml(conformHtml(keepTitle(sanitizeNodes(nodes, undefined, false).nodes), source.length))
  return joinLines(html.includes('<') ? checkHtml(html) : html)
}

function keepTitle(nodes: readonly Node[], to: Node[] = []): Node[] {
  for (const node of nodes) {
    if (typeof node === 'string') {
      to.push(node)
    } else if (isOfTitles(node)) {
      const own = new Map([...node.attributes].filter(([name]) => name !== 'id' && globalAttributes.includes(name)))
      to.push(makeElement(node.name, keepTitle(node.children), own))
    } else {
      const gap = node.name === 'br' || elements.get(node.name)?.place !== 'line' ? ' ' : ''
      to.push(gap)
      keepTitle(node.children, to)
      to.push(gap)
    }
  }
  return to
}

/** Whether a title may hold this element. A `bdo` without `dir` would become an element that no title has. */
function isOfTitles({ name, attributes }: Element): boolean {
  return elements.get(name)?.isOfTitles === true && (name !== 'bdo' || attributes.has('dir'))
}
