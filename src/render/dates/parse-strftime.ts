import { findOwn } from '../../text/find-own.ts'
import type { DateForms } from './find-date-forms.ts'

/** The letters of date-fns (Unicode TR 35) for the letters of strftime. */
// biome-ignore format: grouped in rows
const tokens: Record<string, string> = {
  Y: 'yyyy', y: 'yy', m: 'MM', B: 'MMMM', b: 'MMM', h: 'MMM', d: 'dd', e: 'd', j: 'DDD',
  H: 'HH', I: 'hh', k: 'H', l: 'h', M: 'mm', S: 'ss', p: 'aa', P: 'aaa', z: 'xx', s: 't',
  A: 'cccc', a: 'ccc', u: 'i', V: 'II', G: 'RRRR',
  F: 'yyyy-MM-dd', D: 'MM/dd/yy', T: 'HH:mm:ss', R: 'HH:mm', r: 'hh:mm:ss aa', c: 'PPpp', x: 'P', X: 'pp',
}

/** Without the leading zero: "%-d". */
const unpadded: Record<string, string> = { m: 'M', d: 'd', e: 'd', H: 'H', I: 'h', M: 'm', S: 's', j: 'D', y: 'yy' }

/**
 * POSIX's alternative forms (`%O…`): a month that stands alone, which many languages write differently from a month in a date; a
 * weekday as calendars write it, and its single letter.
 */
const others: Record<string, string> = { OB: 'LLLL', Ob: 'LLL', Oa: 'cccccc', OA: 'ccccc' }

/**
 * A strftime format (C99, section 7.23.3.5) as date-fns writes it; `%Z` is the zone's name. Unknown letters stay as they are.
 *
 * @param forms the language's own date (`%Ex`) and month with year (`%EB`)
 */
export function parseStrftime(text: string, timezone: string, forms: DateForms): string {
  let pattern = ''
  let literal = ''
  for (const part of text.split(/(%(?:O[BbaA]|E[Bx]|[-_]?[a-zA-Z%]))/)) {
    const token = part === '%Ex' ? forms.date : part === '%EB' ? forms.month : findToken(part)
    if (token === undefined) {
      literal += part === '%%' ? '%' : part === '%Z' ? timezone : part
    } else {
      pattern += quote(literal) + token
      literal = ''
    }
  }
  return pattern + quote(literal)
}

function findToken(part: string): string | undefined {
  const other = findOwn(others, part.slice(1))
  if (other !== undefined) return other
  const [, flag, letter = ''] = /^%([-_])?([a-zA-Z])$/.exec(part) ?? []
  return flag === undefined ? findOwn(tokens, letter) : (findOwn(unpadded, letter) ?? findOwn(tokens, letter))
}

/** Only letters are quoted: a second quote beside a quote of the language's own date form would be shown as a quote. */
function quote(text: string): string {
  return text.replace(/[a-zA-Z'](?:.*[a-zA-Z'])?/s, (letters) => `'${letters.replaceAll("'", "''")}'`)
}
