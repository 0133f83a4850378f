/** What strftime's letters are in the letters of date-fns (Unicode TR 35). */
const tokens: Record<string, string> = {
  ...{ Y: 'yyyy', y: 'yy', m: 'MM', B: 'MMMM', b: 'MMM', h: 'MMM', d: 'dd', e: 'd', j: 'DDD' },
  ...{ H: 'HH', I: 'hh', k: 'H', l: 'h', M: 'mm', S: 'ss', p: 'aa', P: 'aaa', z: 'xx', s: 't' },
  ...{ A: 'EEEE', a: 'EEE', u: 'i', V: 'II', G: 'RRRR' },
  ...{ F: 'yyyy-MM-dd', D: 'MM/dd/yy', T: 'HH:mm:ss', R: 'HH:mm', r: 'hh:mm:ss aa', c: 'PPpp', x: 'P', X: 'pp' },
}

/** Without the leading zero: "%-d". */
const unpadded: Record<string, string> = { m: 'M', d: 'd', e: 'd', H: 'H', I: 'h', M: 'm', S: 's', j: 'D', y: 'yy' }

/**
 * A strftime format (C99, section 7.23.3.5) as date-fns writes it; `%Z` is the zone's name. Letters that nobody knows
 * stand as they are.
 */
export function parseStrftime(text: string, timezone: string): string {
  const parts = text.split(/(%[-_]?[a-zA-Z%])/)
  return parts
    .map((part) => {
      const [, flag, letter = ''] = /^%([-_])?([a-zA-Z%])$/.exec(part) ?? []
      if (letter === '%') return quote('%')
      if (letter === 'Z') return quote(timezone)
      if (letter === 'n' || letter === 't') return ' '
      const token = flag === undefined ? tokens[letter] : (unpadded[letter] ?? tokens[letter])
      return token ?? quote(part)
    })
    .join('')
}

function quote(text: string): string {
  return text === '' ? '' : `'${text.replaceAll("'", "''")}'`
}
