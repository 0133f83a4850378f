/**
 * Every element that this program knows, and all that it knows of them (HTML, section 4). What happens to an element, where it may stand,
 * and which attributes it may have is said here and nowhere else. An element without a row is made up: its tags go and its content stays,
 * as if it were a `span`.
 *
 * To let an element through: give it a row. docs/sanitising.md lists the rows, and a test takes each through reading, a page and the feeds.
 */
export type ElementRule = {
  /** The element stays; its tags go and its content stays; it goes with its content; a link to what it would load replaces it. */
  fate: 'stays' | 'unwraps' | 'goes' | 'links'
  /** Where it may stand: within a line (phrasing content), where paragraphs stand (flow content), or in one kind of element only. */
  place: 'line' | 'block' | 'part'
  /** The name that replaces its own, where that is obsolete or would make a landmark of our page. */
  becomes?: string
  /** It has no content and no end tag. */
  isVoid?: true
  /** Its content model is that of the element around it. */
  isTransparent?: true
  /** Readers can operate it, or it becomes a box that scrolls: it must not stand within a link. */
  isInteractive?: true
  /** It holds phrasing content only, even where it is a block itself. */
  holdsLine?: true
  /** It may stand in a title. */
  isOfTitles?: true
  /** A browser reads no tags in it, up to its own end tag. */
  isRaw?: true
  /** Its content was never meant to be read. */
  isCode?: true
  /** It belongs to a formula, and means nothing outside of one. */
  isMath?: true
  /** It does not stay, but people write it into texts: a text with it is HTML. */
  isMarkup?: true
  /** Its end is a place where a long text may be cut; the text is not cut within it. */
  isWhole?: true
  /** It is a frame around blocks: a text may be cut within it. */
  isFrame?: true
  /** Names of elements that its start tag ends, where one of them is the innermost that is open. */
  ends?: readonly string[]
  /** Names of elements that its start tag ends further out, too, up to a wall (HTML, sections 13.2.6.4.7 and 13.2.6.4.9). */
  endsBeyond?: readonly string[]
  /** Its start tag ends the outermost of them, not the nearest. */
  endsOutermost?: true
  /** Elements that its start tag does not look beyond; absent: every wall. */
  walls?: readonly string[]
  /** It keeps items inside from ending items outside. */
  isWall?: true
  /** Its start tag within a drawing or a formula ends these (HTML, section 13.2.6.5). */
  endsForeign?: true
  /** Attributes that it may have besides the global ones. */
  attributes?: readonly string[]
}

const words = (list: string) => list.trim().split(/\s+/)

/** Attributes that every element may have. */
export const globalAttributes: readonly string[] = words('dir id lang title')

const rules = new Map<string, ElementRule>()

function add(names: string, rule: ElementRule): void {
  for (const name of words(names)) rules.set(name, { ...rules.get(name), ...rule })
}

const line = { fate: 'stays', place: 'line' } as const
const block = { fate: 'stays', place: 'block', ends: ['p'] } as const
const part = { fate: 'stays', place: 'part' } as const
const gone = { fate: 'goes', place: 'line' } as const
const unwrapped = { fate: 'unwraps', place: 'line' } as const

// Within a line.
add('b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup u var abbr', {
  ...line,
  isOfTitles: true,
})
add('a span time audio img picture ruby video br wbr', line)
add('a', { ...line, isTransparent: true, isInteractive: true, attributes: words('class href hreflang type') })
add('audio', { ...line, isTransparent: true, isInteractive: true, attributes: ['src'] })
add('code span', { ...line, attributes: ['class'] })
add('del ins', { ...line, isTransparent: true, attributes: words('cite datetime') })
add('img', { ...line, isVoid: true, attributes: words('alt class height sizes src srcset width') })
add('br wbr', { ...line, isVoid: true })
add('q', { ...line, attributes: ['cite'] })
add('time', { ...line, attributes: ['datetime'] })
add('video', {
  ...line,
  isTransparent: true,
  isInteractive: true,
  attributes: words('height poster src width'),
})
add('amp-anim amp-img', {
  ...line,
  isVoid: true,
  becomes: 'img',
  attributes: words('alt height sizes src srcset width'),
})
// Out of use.
add('acronym', { ...line, becomes: 'abbr' })
add('big', { ...line, becomes: 'span' })
add('strike', { ...line, becomes: 's' })
add('tt', { ...line, becomes: 'code' })

// Blocks.
add('address div dl figure ol p pre table ul details blockquote', block)
add('h1 h2 h3 h4 h5 h6', { ...block, attributes: ['class'], holdsLine: true, isWall: true })
add('hr', { ...block, isVoid: true })
add('blockquote', { ...block, attributes: ['cite'], isWall: true, isWhole: true })
add('details', { ...block, attributes: ['open'], isInteractive: true, isWall: true, isWhole: true })
add('div', { ...block, attributes: ['class'], isWhole: true, isFrame: true })
add('dl figure ul', { ...block, isWall: true, isWhole: true })
add('figure', { ...block, attributes: ['class'] })
add('ol', { ...block, attributes: words('reversed start type'), isWall: true, isWhole: true })
add('p', { ...block, attributes: ['class'], holdsLine: true, isWhole: true })
add('pre', { ...block, holdsLine: true, attributes: ['class'], isInteractive: true, isWall: true, isWhole: true })
add('table', {
  ...block,
  isInteractive: true,
  endsBeyond: ['table'],
  walls: ['caption', 'td', 'th'],
  isWall: true,
  isWhole: true,
})
// Landmarks and sections are the page's own.
add('article aside footer header main nav section', { ...block, becomes: 'div', isWhole: true, isFrame: true })
add('center hgroup', { fate: 'stays', place: 'block', becomes: 'div', isWhole: true, isFrame: true })

// Parts.
add('li', { ...part, ends: ['li'], endsBeyond: ['li'], isWall: true, attributes: ['value'] })
add('dt dd', { ...part, ends: ['dt', 'dd'], endsBeyond: ['dt', 'dd'], isWall: true })
add('figcaption', { ...part, ends: ['p'], isWall: true })
add('summary', { ...part, isWall: true, holdsLine: true })
const inTable = { ...part, isWall: true, walls: ['table'], endsOutermost: true } as const
add('caption', { ...inTable, holdsLine: true })
add('colgroup', { ...inTable, endsBeyond: words('caption colgroup'), attributes: ['span'] })
add('col', { ...part, isVoid: true, attributes: ['span'] })
add('tbody tfoot thead', { ...inTable, endsBeyond: words('caption colgroup tbody tfoot thead tr') })
add('tr', { ...inTable, endsBeyond: words('caption colgroup tr') })
const cell = { ...inTable, endsBeyond: words('caption colgroup td th'), walls: ['table', 'tr'] }
add('td', { ...cell, attributes: words('class colspan rowspan') })
add('th', { ...cell, attributes: words('abbr class colspan rowspan scope') })
add('rt rp', { fate: 'stays', place: 'line', ends: ['rt', 'rp'], holdsLine: true })
add('source', { ...line, isVoid: true, attributes: words('media sizes src srcset type') })

// Formulas: MathML Core, without what could act or load.
add('math', { ...line, isMath: true, attributes: words('alttext display') })
add('mfrac mover mphantom mroot mrow ms mspace msqrt msub msubsup msup mtable mtd mtext mtr munder munderover', {
  ...line,
  isMath: true,
})
add('mi', { ...line, isMath: true, attributes: ['mathvariant'] })
add('mn', { ...line, isMath: true })
add('mo', { ...line, isMath: true, attributes: words('fence separator stretchy') })
add('annotation annotation-xml', gone)

// What would load something by itself.
add('iframe', { fate: 'links', place: 'line', isRaw: true, isMarkup: true })
add('embed', { fate: 'links', place: 'line', isVoid: true })
add('amp-iframe amp-vimeo amp-youtube lite-vimeo lite-youtube', { fate: 'links', place: 'line' })

// What is not for reading, or could be read as something else.
add('script style', { ...gone, isRaw: true, isCode: true, isMarkup: true })
add('noembed noframes textarea title xmp', { ...gone, isRaw: true })
// Word leaves `xml` in text pasted from it: the settings of its window.
add('applet datalist frameset head noscript plaintext select svg template xml', gone)
add('option', { ...gone, ends: ['option'] })

// Known, and not kept: what is in them stays.
add('fieldset form', { ...unwrapped, place: 'block', ends: ['p'] })
add('dialog dir menu optgroup search', { ...unwrapped, place: 'block' })
add('blink button canvas font html label legend map marquee nobr object', unwrapped)
add('area base basefont bgsound command frame input isindex keygen link meta param track', {
  ...unwrapped,
  isVoid: true,
})
for (const name of words('font nobr')) rules.set(name, { ...unwrapped, isMarkup: true })

for (const name of words(`b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li
  listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var`)) {
  rules.set(name, { ...(rules.get(name) ?? unwrapped), endsForeign: true })
}

export const elements: ReadonlyMap<string, ElementRule> = rules

/** The names of the elements whose rule satisfies a condition, in alphabetical order. */
export function namesOf(holds: (rule: ElementRule, name: string) => boolean): string[] {
  return [...elements].flatMap(([name, rule]) => (holds(rule, name) ? [name] : [])).sort()
}

/** The names for which a browser reads no content. */
export const voidNames: ReadonlySet<string> = new Set(namesOf((rule) => rule.isVoid === true))

export const headingNames: ReadonlySet<string> = new Set(words('h1 h2 h3 h4 h5 h6'))
