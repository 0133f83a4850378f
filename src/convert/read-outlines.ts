import { Tokenizer } from 'htmlparser2'
import { collectAttributes } from '../html/collect-attributes.ts'

export type Outline = {
  /** Names in small letters. */
  attributes: Map<string, string>
  line: number
  /** What the outlines around it that are no feeds are called, the outermost first. */
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

/** Folders around a feed that are told: nobody files deeper. */
const mostFolders = 5

/**
 * The outlines of OPML, one after the other, by a tokenizer: entities that the document declares are nothing to it, nesting costs
 * no more than its length, and what is not well-formed is read as far as it goes.
 */
export function readOutlines(xml: string, { onComment, onHead, onOutline }: OnOutlines): void {
  let name = ''
  let text = ''
  const collected = collectAttributes(xml)
  let line = 1
  let nextLine = xml.indexOf('\n')
  let inHead = false
  /** Of each open outline, what it is called where it is a folder. */
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
