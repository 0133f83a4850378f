import { Tokenizer } from 'htmlparser2'
import { collectAttributes } from '../../../html/collect-attributes.ts'
import type { Warn } from '../collect-warnings.ts'
import { buildTree } from './build-tree.ts'
import type { Element } from './element.ts'
import { keepBareTags } from './keep-bare-tags.ts'
import { mendTags } from './mend-tags.ts'

/**
 * Read XML of any quality with htmlparser2: an element that is not closed ends where one around it ends, or where the next entry begins; an
 * end tag without a start tag is ignored.
 *
 * Its tokenizer is used, not its parser, whose list of open tags takes quadratic time: 100,000 nested tags cost a second.
 *
 * @returns an element without a name that holds the root, or, in a damaged document, several
 */
export function parseLoose(written: string, warn: Warn): Element {
  const xml = mendTags(keepBareTags(written))
  const tree = buildTree(warn)
  let name = ''
  const collected = collectAttributes(xml)
  const takeAttributes = () => Object.fromEntries(collected.attributes())

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        name = xml.slice(start, end).toLowerCase()
        collected.begin()
      },
      ...collected.handlers,
      onopentagend() {
        tree.open(name, takeAttributes())
      },
      onselfclosingtag() {
        tree.open(name, takeAttributes())
        tree.close(name)
      },
      onclosetag(start, end) {
        tree.close(xml.slice(start, end).trim().toLowerCase())
      },
      ontext(start, end) {
        tree.text(xml.slice(start, end))
      },
      ontextentity(code) {
        tree.text(String.fromCodePoint(code))
      },
      oncdata(start, end, endOffset) {
        // "[CDATA[" is part of the section for the tokenizer, and the offset is that of its end mark.
        tree.text(xml.slice(start, end - endOffset))
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {
        tree.end()
      },
    },
  )
  tokenizer.write(xml)
  tokenizer.end()
  return tree.top
}
