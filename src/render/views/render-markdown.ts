import { escapeXml } from '../../text/escape-xml.ts'

/**
 * The part of Markdown (CommonMark) that a page about a planet needs: headings, paragraphs, lists of one level, quotes, code,
 * rules; inside of them code, strong, emphasis, links and line breaks. HTML is shown, never passed on, so that the text needs
 * no sanitiser.
 */
export function renderMarkdown(text: string): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .split('\n')
  const html: string[] = []
  let next = 0
  while (next < lines.length) {
    const block = blocks.find(({ begins }) => begins.test(lines[next] ?? ''))
    if (block === undefined) {
      const end = findEnd(lines, next, (line) => line.trim() === '' || blocks.some(({ begins }) => begins.test(line)))
      const paragraph = lines.slice(next, end).map((line) => line.trimStart())
      if (paragraph.join('').trim() !== '') html.push(`<p>${renderInline(paragraph.join('\n').trimEnd())}</p>`)
      next = Math.max(end, next + 1)
      continue
    }
    const end = findEnd(lines, next + 1, (line) => block.ends(line))
    html.push(block.render(lines.slice(next, end)))
    next = block.closes ? end + 1 : end
  }
  return html.join('\n')
}

/** A kind of block: its first line, the first line after it (one that closes it is of it), and what it becomes. */
type Block = { begins: RegExp; ends(line: string): boolean; closes?: true; render(lines: string[]): string }

const blocks: Block[] = [
  {
    begins: /^ {0,3}#{1,6} /,
    ends: () => true,
    render: ([line = '']) => {
      const [, signs = '#', title = ''] = /^ {0,3}(#+) +(.*?)( +#+)? *$/.exec(line) ?? []
      return `<h${signs.length}>${renderInline(title)}</h${signs.length}>`
    },
  },
  {
    begins: /^ {0,3}```/,
    ends: (line) => /^ {0,3}``` *$/.test(line),
    closes: true,
    render: ([, ...code]) => `<pre><code>${escapeXml(code.join('\n'))}\n</code></pre>`,
  },
  { begins: /^ {0,3}([-*_])( *\1){2,} *$/, ends: () => true, render: () => '<hr>' },
  {
    begins: /^ {0,3}>/,
    ends: (line) => !/^ {0,3}>/.test(line),
    render: (lines) =>
      `<blockquote>\n${renderMarkdown(lines.map((line) => line.replace(/^ {0,3}> ?/, '')).join('\n'))}\n</blockquote>`,
  },
  makeList('ul', /^ {0,3}[-*+] +/),
  makeList('ol', /^ {0,3}\d{1,9}[.)] +/),
]

function makeList(tag: 'ul' | 'ol', bullet: RegExp): Block {
  return {
    begins: bullet,
    // A line that is set in goes on with its item.
    ends: (line) => !bullet.test(line) && !/^ +\S/.test(line),
    render(lines) {
      const items: string[] = []
      for (const line of lines) {
        if (bullet.test(line)) items.push(line.replace(bullet, ''))
        else items.push(`${items.pop() ?? ''}\n${line.trimStart()}`)
      }
      return `<${tag}>\n${items.map((item) => `<li>${renderInline(item)}</li>`).join('\n')}\n</${tag}>`
    },
  }
}

function findEnd(lines: string[], from: number, ends: (line: string) => boolean): number {
  const length = lines.slice(from).findIndex(ends)
  return length === -1 ? lines.length : from + length
}

/** Left to right: what a construct has taken, no other gets. */
const inline =
  /\\([!-/:-@[-`{-~])|(`+)(.+?)\2(?!`)|\[([^[\]]*(?:\\.[^[\]]*)*)\]\(<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)|<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>|\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\8(?![\p{L}\p{N}])|( {2,}|\\)\n/gsu

function renderInline(text: string): string {
  let [html, end] = ['', 0]
  for (const match of text.matchAll(inline)) {
    const [whole, sign, , code, label, target, address, strong, , emphasis] = match
    html += escapeXml(text.slice(end, match.index))
    end = match.index + whole.length
    if (sign !== undefined) html += escapeXml(sign)
    else if (code !== undefined) html += `<code>${escapeXml(code.trim())}</code>`
    else if (label !== undefined) html += renderLink(target ?? '', renderInline(label), whole)
    else if (address !== undefined) {
      const isMail = !/^[a-z][a-z0-9+.-]+:/i.test(address)
      html += renderLink(isMail ? `mailto:${address}` : address, escapeXml(address), whole)
    } else if (strong !== undefined) html += `<strong>${renderInline(strong)}</strong>`
    else if (emphasis !== undefined) html += `<em>${renderInline(emphasis)}</em>`
    else html += '<br>\n'
  }
  return html + escapeXml(text.slice(end))
}

/** A link to a place on this site, to a page, or to a person; anything else stands as it was written. */
function renderLink(target: string, html: string, written: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase()
  if (scheme !== undefined && !followed.has(scheme)) return escapeXml(written)
  const rel = scheme?.startsWith('http') ? ' rel="noopener"' : ''
  return `<a href="${escapeXml(target)}"${rel}>${html}</a>`
}

const followed = new Set(['http', 'https', 'mailto', 'xmpp', 'irc', 'ircs', 'matrix', 'gemini', 'tel'])
