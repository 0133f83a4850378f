export type Link = { text: string; url: string }

export type LinkLine = {
  line: number
  /** How far an item is indented; 0 for others. */
  indent: number
  /** What stands before the first link, without marks; cells of a table are parted by `|`. */
  words: string
  links: Link[]
  /** A line without a link among lines that are one each. */
  isComment: boolean
}

/** `[text](address "title")`, `<address>`, or an address on its own (CommonMark 0.31, and GitHub's autolinks). */
const link =
  /\[((?:[^\][]|\[[^\][]*\])*)\]\(\s*<?((?:https?|feed):[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s(?:[^()]|\([^()]*\))*)?\)|<((?:https?|feed):[^\s<>]+)>|(?<![\w@"'=(])((?:https?|feed):\/\/[^\s<>|)\]"'`]*[^\s<>|)\]"'`.,;:!?])/gi
const image = /!\[[^\][]*\]\((?:[^()]|\([^()]*\))*\)/g
const item = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)$/
const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/
/** Longest line that is looked through for links, in characters. */
const longest = 5000

/**
 * Lines of a text that are about one thing each: items of its lists and rows of its tables; where none has an address, and most lines do,
 * all lines.
 */
export function readLinkLines(text: string): {
  lines: LinkLine[]
  headings: { line: number; words: string }[]
  isPlain: boolean
} {
  const written = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, longest))
  const lines: LinkLine[] = []
  const headings: { line: number; words: string }[] = []
  const others: LinkLine[] = []
  let fence = ''
  for (const [index, raw] of written.entries()) {
    const line = index + 1
    const mark = /^\s*(```|~~~)/.exec(raw)?.[1]
    if (mark !== undefined) fence = fence === '' ? mark : fence === mark ? '' : fence
    if (mark !== undefined || fence !== '' || raw.trim() === '') continue
    const words = heading.exec(raw)?.[1]
    if (words !== undefined) {
      headings.push({ line, words: toWords(words) })
      continue
    }
    const [, blanks = '', inside] = item.exec(raw) ?? []
    const isRow = inside === undefined && /^\s*\|/.test(raw)
    if (inside !== undefined) lines.push(readLine(inside, line, blanks.replaceAll('\t', '    ').length))
    else if (isRow && !isRule(raw) && !isRule(written[index + 1] ?? '')) {
      lines.push(readLine(raw.trim().replace(/^\|/, ''), line, 0))
    } else if (!isRow) {
      const one = readLine(raw.replace(/^\s*(#|;|\/\/)\s*/, ''), line, 0)
      others.push({ ...one, isComment: one.links.length === 0 || /^\s*(#|;|\/\/)/.test(raw) })
    }
  }
  if (lines.some(({ links }) => links.length > 0)) return { lines, headings, isPlain: false }
  const found = others.filter(({ isComment }) => !isComment).length
  return found * 2 > others.length
    ? { lines: others, headings: [], isPlain: true }
    : { lines: [], headings: [], isPlain: false }
}

/** What stands below the heads of a table. */
const isRule = (line: string) => /^[\s|:-]+$/.test(line) && line.includes('--')

function readLine(written: string, line: number, indent: number): LinkLine {
  const text = written.replace(image, ' ')
  const found = [...text.matchAll(link)]
  const links = found.map(
    ([, words = '', inside, angle, bare]): Link => ({ text: words, url: inside ?? angle ?? bare ?? '' }),
  )
  const words = links.length === 0 ? text : text.slice(0, found[0]?.index)
  return { line, indent, words: links.length === 0 ? toWords(words) : words, links, isComment: false }
}

/** Text without the marks of Markdown, and without what leads over to a link. */
export function toWords(written: string): string {
  return written
    .replace(image, ' ')
    .replace(/\[([^\][]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\*\*|__|~~|`|(?<![\p{L}\d\\])[*_]|[*_](?![\p{L}\d])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—:|,([<]+|[\s\-–—:|,([<]+$/gu, '')
}
