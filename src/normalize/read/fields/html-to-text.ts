import { Parser } from 'htmlparser2'
import { prepareHtml } from './prepare-html.ts'
import { droppedWhole } from './sanitising-policy.ts'
import { stripForbidden } from './strip-forbidden.ts'

/** Elements within a line: their text goes on without a gap. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q rb rp rt ruby s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)
const dropped = new Set(droppedWhole)

/** The plain text of HTML: entities decoded, elements gone, white space collapsed, `script` and the like left out. */
export function htmlToText(html: string): string {
  let text = ''
  let inside = 0
  const parser = new Parser({
    onopentagname(name) {
      if (dropped.has(name)) inside++
      else if (!inline.has(name)) text += ' '
    },
    ontext(part) {
      if (inside === 0) text += part
    },
    onclosetag(name) {
      if (dropped.has(name)) inside = Math.max(0, inside - 1)
      else if (!inline.has(name)) text += ' '
    },
  })
  parser.write(prepareHtml(html))
  parser.end()
  return collapse(text)
}

/** Plain text as we keep it: on one line, without what XML forbids. */
export function collapse(text: string): string {
  return stripForbidden(text).replace(/\s+/g, ' ').trim()
}
