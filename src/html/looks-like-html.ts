import { Tokenizer } from 'htmlparser2'
import { elements } from './elements.ts'

const nothing = () => {}

/**
 * Whether a text is HTML, where its format leaves that open: RSS titles, and elements for which RSS has no rule.
 *
 * It is HTML where it has an end tag ("</b>"), an element that needs none ("<br>"), or a character reference ("&amp;", "&#8217;"), and no
 * unknown tag. "a < b", "AT&T", and "the <title> tag" are plain text.
 */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<') && !text.includes('&')) return false
  let isMarked = false
  let isKnown = true
  const look = (name: string, isEnd: boolean) => {
    const rule = elements.get(name)
    isKnown &&= rule !== undefined && (rule.isMarkup === true || rule.fate === 'stays')
    isMarked ||= isEnd || rule?.isVoid === true
  }
  const nameAt = (start: number, end: number) => text.slice(start, end).toLowerCase()
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      isInForeignContext: () => true,
      onopentagname: (start, end) => look(nameAt(start, end), false),
      onclosetag: (start, end) => look(nameAt(start, end), true),
      // Without a semicolon, a named reference may be part of an address or of a company's name; a numeric one cannot.
      ontextentity: (_, end) => {
        isMarked ||=
          text.charAt(end - 1) === ';' || /&#(\d{2,7}|x[\da-f]{2,6})$/i.test(text.slice(Math.max(0, end - 10), end))
      },
      ontext: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  return isMarked && isKnown
}
