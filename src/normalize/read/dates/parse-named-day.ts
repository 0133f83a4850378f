import { dateWords, findCut, findSenses, primaryOf, type Sense } from './date-words.ts'
import { type WrittenTime, widenYear } from './make-instant.ts'
import { parseNumericDate, weekdayOf } from './parse-numeric-date.ts'
import { splitWords, type Word } from './split-words.ts'

type Day = Pick<WrittenTime, 'year' | 'month' | 'day'>

/** Consecutive words with a meaning, by their indices: "tháng 5", "كانون الثاني". */
type Phrase = {
  first: number
  end: number
  senses: Sense[]
  /** Whether it may also be without meaning: a short month of one language is a preposition of another. */
  isFiller?: boolean
}

/** One way to read the words: which phrase is the month, in which language, and how many other phrases that language lacks. */
type Reading = { phrase: Phrase; sense: Sense; foreign: number }

/** Most words in the name of a month or weekday. */
const longestPhrase = 4

/** A date of East Asia whose year has four digits: other years there belong to an era. */
const eastern = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号號일]?)?/u

/**
 * The day in a text without time and zone, in any order and any language of CLDR.
 *
 * Words are read in the language that has all of them. Where several languages do, and name different months, the feed's language decides,
 * then the weekday; where neither does, it is no date: "15 lip 2024" is June in Croatian and July in Polish.
 *
 * @param text from `foldDateText`
 * @param language the feed's language, a tag of BCP 47
 */
export function parseNamedDay(text: string, language: string | undefined): Day | undefined {
  const east = eastern.exec(text)
  if (east !== null) return { year: Number(east[1]), month: Number(east[2]), day: Number(east[3] ?? 1) }
  if (/[年년]/u.test(text)) return undefined
  const words = splitWords(text)
  const phrases = findPhrases(text, words)
  const own = language === undefined ? undefined : primaryOf(language)
  return readNamed(text, words, phrases, own) ?? readNumeric(text, words, phrases, language)
}

function readNamed(
  text: string,
  words: readonly Word[],
  phrases: readonly Phrase[],
  own: string | undefined,
): Day | undefined {
  const readings = findReadings(words, phrases, own)
  const taken = [...new Set([...phrases, ...readings.map(({ phrase }) => phrase)])]
  if (readings.length === 0 || hasStrangers(words, taken)) return undefined
  const numbers = numbersBeside(words, taken)
  const days = readings.flatMap((one) => {
    const day = makeDay(text, words, numbers, one)
    return day === undefined ? [] : [{ ...day, reading: one }]
  })
  return decide(days, phrases)
}

/** A date of three numbers, with at most a weekday and words without meaning beside them. */
function readNumeric(
  text: string,
  words: readonly Word[],
  phrases: readonly Phrase[],
  language?: string,
): Day | undefined {
  const numbers = words.filter((word) => isNumber(word.text))
  if (numbers.length !== 3 || hasStrangers(words, phrases)) return undefined
  const areWeekdays = phrases.every(({ senses, isFiller }) => isFiller || senses.some(({ kind }) => kind === 'weekday'))
  return areWeekdays ? parseNumericDate(text, weekdaysOf(phrases), language) : undefined
}

function isNumber(word: string): boolean {
  return /^\d/.test(word)
}

/** The longest phrases that have a meaning, from left to right; the first word may be a weekday cut short. */
function findPhrases(text: string, words: readonly Word[]): Phrase[] {
  const phrases: Phrase[] = []
  for (let first = 0; first < words.length; first++) {
    for (let length = Math.min(longestPhrase, words.length - first); length > 0; length--) {
      const taken = words.slice(first, first + length)
      const key = taken.map(({ text }) => text.replace(/^0+(?=\d)/, ''))
      if (key.every(isNumber) || text.slice(taken[0]?.start, taken.at(-1)?.end).includes(',')) continue
      const senses = findSenses(key.join(' '))
      if (senses.length === 0) continue
      phrases.push({ first, end: first + length, senses, isFiller: dateWords().others.has(key.join(' ')) })
      first += length - 1
      break
    }
    const word = words[first]?.text ?? ''
    const isFirst = first === 0 && phrases.length === 0 && !isNumber(word)
    const senses = isFirst && !dateWords().others.has(word) ? findCut(word, 'weekday') : []
    if (senses.length > 0) phrases.push({ first, end: 1, senses })
  }
  return phrases
}

/** All best readings, together with those of month names cut short, where these could be meant. */
function findReadings(words: readonly Word[], phrases: readonly Phrase[], own: string | undefined): Reading[] {
  const whole = phrases.flatMap((phrase) => readingsOf(phrase, phrases))
  const least = Math.min(...whole.map(({ foreign }) => foreign))
  const best = whole.filter(({ foreign }) => foreign === least)
  const ofOwn = best.filter(({ sense }) => sense.language === own)
  if (ofOwn.length > 0) return ofOwn
  if (least === 0 && own === undefined) return best
  const cut = findCutMonths(words, phrases).flatMap((phrase) =>
    readingsOf(phrase, [...phrases.filter(({ first }) => first !== phrase.first), phrase]),
  )
  const likely = cut.filter(({ foreign, sense }) => sense.language === own || (least > 0 && foreign === 0))
  if (best.length > 0) return [...best, ...likely]
  const likeliest = cut.some(({ sense }) => sense.language === own) ? own : undefined
  const fewest = Math.min(...cut.map(({ foreign }) => foreign))
  return cut.filter(({ sense, foreign }) =>
    likeliest === undefined ? foreign === fewest : sense.language === likeliest,
  )
}

function readingsOf(phrase: Phrase, phrases: readonly Phrase[]): Reading[] {
  const others = phrases.filter((other) => other !== phrase && !other.isFiller)
  // A second month, which cannot be a weekday, belongs to another date.
  if (others.some(({ senses }) => !senses.some(({ kind }) => kind === 'weekday'))) return []
  return phrase.senses
    .filter(({ kind }) => kind === 'month')
    .map((sense) => ({ phrase, sense, foreign: others.filter((other) => !isWeekdayIn(other, sense.language)).length }))
}

function isWeekdayIn({ senses }: Phrase, language: string): boolean {
  return senses.some((sense) => sense.kind === 'weekday' && sense.language === language)
}

/** Words beside a number with which the name of a month begins. */
function findCutMonths(words: readonly Word[], phrases: readonly Phrase[]): Phrase[] {
  return words.flatMap(({ text }, first) => {
    const isBeside = [words[first - 1], words[first + 1]].some((word) => word !== undefined && isNumber(word.text))
    const isInside = phrases.some(
      (phrase) => first >= phrase.first && first < phrase.end && phrase.end - phrase.first > 1,
    )
    if (!isBeside || isInside || isNumber(text) || dateWords().others.has(text)) return []
    const senses = findCut(text, 'month')
    return senses.length === 0 ? [] : [{ first, end: first + 1, senses }]
  })
}

/**
 * Whether there is a word that no date has. One may come first, such as a weekday in an unknown language; letters directly behind a number
 * belong to it ("7th"), letters directly before it may be an era ("R6").
 */
function hasStrangers(words: readonly Word[], phrases: readonly Phrase[]): boolean {
  const { others } = dateWords()
  const known = new Set(phrases.flatMap(({ first, end }) => words.slice(first, end)))
  let isStarted = false
  return words.some((word, index) => {
    if (isNumber(word.text) || known.has(word)) {
      isStarted = true
      return false
    }
    if (words[index - 1]?.end === word.start) return false
    return words[index + 1]?.start === word.end || (isStarted && !others.has(word.text))
  })
}

function weekdaysOf(phrases: readonly Phrase[], language?: string): number[] {
  return phrases
    .flatMap(({ senses }) => senses)
    .filter((sense) => sense.kind === 'weekday' && (language === undefined || sense.language === language))
    .map(({ index }) => index)
}

function numbersBeside(words: readonly Word[], phrases: readonly Phrase[]): Word[] {
  return words.filter(
    ({ text }, index) => isNumber(text) && !phrases.some(({ first, end }) => index >= first && index < end),
  )
}

/** Day and year around a month's name: the longer number is the year, the first of two short ones the day. */
function makeDay(text: string, words: readonly Word[], numbers: readonly Word[], reading: Reading): Day | undefined {
  const { index, language } = reading.sense
  const [one, two, more] = numbers.length === 3 && isLeader(text, words, reading.phrase) ? numbers.slice(1) : numbers
  if (one === undefined || more !== undefined) return undefined
  if (two === undefined) return one.text.length === 4 ? { year: Number(one.text), month: index + 1, day: 1 } : undefined
  const [year, day] = one.text.length > 2 ? [one.text, two.text] : [two.text, one.text]
  // Old programs write 2004 as 104 (RFC 2822, section 4.3); in other languages such years belong to other calendars.
  const isYear = year.length === 4 || year.length === 2 || (year.length === 3 && language === 'en')
  return isYear && day.length <= 2 ? { year: widenYear(year), month: index + 1, day: Number(day) } : undefined
}

/** Whether the first word is a number before the date, or in place of the weekday: "026, 26 Mar 2023", "1 Sun, 26 Mar 2023". */
function isLeader(text: string, words: readonly Word[], month: Phrase): boolean {
  const [first, second] = words
  if (first === undefined || second === undefined || !isNumber(first.text)) return false
  if (isNumber(second.text)) return first.text.length === 3 || text.startsWith(',', first.end)
  return month.first !== 1
}

function decide(days: readonly (Day & { reading: Reading })[], phrases: readonly Phrase[]): Day | undefined {
  const months = (list: typeof days) => new Set(list.map(({ month }) => month))
  const fitting = days.filter((day) => {
    const { phrase, sense } = day.reading
    const others = phrases.filter(({ first }) => first !== phrase.first)
    const isOwn = others.some((other) => isWeekdayIn(other, sense.language))
    return weekdaysOf(others, isOwn ? sense.language : undefined).includes(weekdayOf(day))
  })
  const left = months(days).size > 1 ? fitting : days
  const [found] = left
  if (found === undefined || months(left).size > 1) return undefined
  return { year: found.year, month: found.month, day: found.day }
}
