import { Tokenizer } from 'htmlparser2'
import { collectAttributes } from '../html/collect-attributes.ts'

export type Outline = {
  /** Names in small letters. */
  attributes: Map<string, string>
  line: number
  /** Names of the outlines around it that are no feeds, the outermost first. */
  folders: string[]
  /** Whether it has an end tag of its own. */
  hasChildren: boolean
}

export type OnOutlines = {
  onComment(text: string): void
  /** An element of the head and its text. */
  onHead(name: string, text: string, line: number): void
  onOutline(outline: Outline): void
}

/** Most folders reported around a feed: nobody files deeper. */
const mostFolders = 5

/**
 * The outlines of OPML, one after the other, read by a tokenizer: it ignores entities that the document declares, nesting costs only its
 * length, and a document that is not well-formed is read as far as possible.
 */
export function readOutlines(xml: string, { onComment, onHead, onOutline }: OnOutlines): void {
  let name = ''
  let text = ''
  const collected = collectAttributes(xml)
  let line = 1
  let nextLine = xml.indexOf('\n')
  let inHead = false
  /** The name of each open outline that is a folder; `undefined` for others. */
  const open: (string | undefined)[] = []
  const lineAt = (offset: number) => {
    for (; nextLine !== -1 && nextLine < offset; nextLine = xml.indexOf('\n', nextLine + 1)) line++
    return line
  }
  const openTag = (offset: number, hasChildren: boolean) => {
    text = ''
    if (name === 'head') inHead = true
    if (name === 'body') inHead = false
    if (name !== 'outline') return
    const attributes = collected.attributes()
    const isFeed = ['xmlurl', 'rssurl', 'feedurl', 'url'].some((key) => attributes.has(key))
    const around = isFeed ? open.slice(-50).flatMap((folder) => (folder === undefined ? [] : folder)) : []
    onOutline({ attributes, line: lineAt(offset), folders: around.slice(0, mostFolders), hasChildren })
    if (hasChildren) open.push(isFeed ? undefined : (attributes.get('text') ?? attributes.get('title')))
  }
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = xml.slice(start, end).toLowerCase()
        collected.begin()
      },
      ...collected.handlers,
      onopentagend(end) {
        openTag(end, true)
      },
      onselfclosingtag(end) {
        openTag(end, false)
      },
      onclosetag(start, end) {
        const closed = xml.slice(start, end).trim().toLowerCase()
        if (closed === 'outline') open.pop()
        else if (closed === 'head') inHead = false
        else if (inHead) onHead(closed, text.trim(), lineAt(start))
        text = ''
      },
      ontext(start, end) {
        if (inHead) text += xml.slice(start, end)
      },
      ontextentity(code) {
        if (inHead) text += String.fromCodePoint(code)
      },
      oncdata(start, end, endOffset) {
        if (inHead) text += xml.slice(start, end - endOffset)
      },
      oncomment(start, end, endOffset) {
        onComment(xml.slice(start, end - endOffset).trim())
      },
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(xml)
  tokenizer.end()
}
