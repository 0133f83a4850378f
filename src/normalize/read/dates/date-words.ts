import { cldrNames } from './cldr-names.ts'
import { stripAccents } from './fold-date-text.ts'

/** What a word of a date means in one language: a month, 0 to 11, or a weekday, 0 for Sunday. */
export type Sense = { language: string; kind: 'month' | 'weekday'; index: number }

/** The order of a numeric date, and the sign between its parts. */
export type NumericOrder = { order: 'dmy' | 'mdy' | 'ymd'; sign: string }

type DateWords = {
  exact: Map<string, Sense[]>
  /** The same names without accents. */
  plain: Map<string, Sense[]>
  /** Names of one word, sorted, so that names with the same beginning are neighbours. */
  sorted: { name: string; sense: Sense }[]
  halves: Map<string, 'a' | 'p' | 'both'>
  /** Words without meaning for the date: "de", "Uhr". */
  others: Set<string>
  orders: Map<string, NumericOrder>
}

/** Words of English dates that CLDR's patterns lack, and words that follow a time. */
const spoken = "th st nd rd of the on at um uhr hrs hr h ώρα o'clock year år"

/** Abbreviations that software uses and CLDR lacks. */
const unlisted: [language: string, month: number, name: string][] = [
  ['de', 2, 'mrz'],
  ['en', 8, 'sept'],
]

const unlistedHalves: [name: string, half: 'a' | 'p'][] = [
  ['오전', 'a'],
  ['오후', 'p'],
  ['πμ', 'a'],
  ['μμ', 'p'],
]

let words: DateWords | undefined

/** The words of dates in a hundred languages. The table is parsed at the first date that needs it: most feeds have none. */
export function dateWords(): DateWords {
  words ??= makeDateWords()
  return words
}

function makeDateWords(): DateWords {
  const made: DateWords = {
    exact: new Map(),
    plain: new Map(),
    sorted: [],
    halves: new Map(unlistedHalves),
    others: new Set(spoken.split(' ')),
    orders: new Map(),
  }
  for (const line of cldrNames.split('\n')) {
    const [language = '', order = '', months = '', weekdays = '', halves = '', others = ''] = line.split('\t')
    addNames(made, months, { language, kind: 'month', index: 0 })
    addNames(made, weekdays, { language, kind: 'weekday', index: 0 })
    for (const [index, names] of halves.split('|').entries()) {
      const half = index === 0 ? 'a' : 'p'
      for (const name of names.split(','))
        made.halves.set(name, (made.halves.get(name) ?? half) === half ? half : 'both')
    }
    for (const word of others.split(',')) made.others.add(word)
    if (order !== '') made.orders.set(language, { order: order.slice(0, 3) as 'dmy', sign: order.slice(3) })
  }
  for (const [language, index, name] of unlisted) addName(made, name, { language, kind: 'month', index })
  made.sorted.sort((a, b) => (a.name < b.name ? -1 : 1))
  return made
}

function addNames(made: DateWords, lists: string, sense: Sense): void {
  for (const [index, names] of lists.split('|').entries()) {
    for (const name of names.split(',')) if (name !== '') addName(made, name, { ...sense, index })
  }
}

function addName(made: DateWords, name: string, sense: Sense): void {
  addSense(made.exact, name, sense)
  addSense(made.plain, stripAccents(name), sense)
  if (!name.includes(' ')) made.sorted.push({ name: stripAccents(name), sense })
}

function addSense(map: Map<string, Sense[]>, name: string, sense: Sense): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, [sense])
  else known.push(sense)
}

/**
 * The meanings of a word, or several with blanks between, in all languages; compared without accents where it has no meaning with them.
 * Weekdays with a number need their accents: "thứ 2" is Monday in Vietnamese, but "Thu 2" is a Thursday.
 */
export function findSenses(phrase: string): Sense[] {
  const { exact, plain } = dateWords()
  const plainly = exact.get(phrase) ?? plain.get(stripAccents(phrase)) ?? []
  return /\d/.test(phrase) && !exact.has(phrase) ? plainly.filter(({ kind }) => kind === 'month') : plainly
}

/** The months or weekdays whose name begins with a word of three letters or more: software cuts names ("Lok" for Finnish lokakuu). */
export function findCut(word: string, kind: Sense['kind']): Sense[] {
  const cut = stripAccents(word)
  if ([...cut].length < 3) return []
  const { sorted } = dateWords()
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.name ?? '') < cut) low = middle + 1
    else high = middle
  }
  const found: Sense[] = []
  for (let at = low; sorted[at]?.name.startsWith(cut); at++) {
    const sense = sorted[at]?.sense
    if (sense?.kind === kind) found.push(sense)
  }
  return found
}

/** Older and wider language codes, and the code that CLDR uses. */
const aliases = new Map(
  Object.entries({ no: 'nb', tl: 'fil', iw: 'he', in: 'id', ji: 'yi', mo: 'ro', cmn: 'zh', yue: 'zh' }),
)

/** The primary language of a tag (BCP 47): "pt" of "pt-BR". */
export function primaryOf(language: string): string {
  const [primary = ''] = language.trim().toLowerCase().split(/[-_]/)
  return aliases.get(primary) ?? primary
}

/** The order of numeric dates that a language tag (BCP 47) implies. English without a country tells none: the United States differ. */
export function findOrder(language: string | undefined): NumericOrder | undefined {
  if (language === undefined) return undefined
  const primary = primaryOf(language)
  const others = language.toLowerCase().split(/[-_]/)
  if (primary !== 'en') return dateWords().orders.get(primary)
  if (others.includes('us')) return { order: 'mdy', sign: '/' }
  return others.some((part) => /^(gb|ie|au|nz|in)$/.test(part)) ? { order: 'dmy', sign: '/' } : undefined
}
