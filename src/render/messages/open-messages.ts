import { findOwn } from '../../text/find-own.ts'
import { remember } from '../../text/remember.ts'
import { en } from './en.ts'
import type { MessageKey, Translation } from './messages.ts'

export type { MessageKey }

/** The values filled into a message: a number as `count` selects the plural form. */
type MessageValues = Record<string, string | number>

/**
 * A message with its values in place; `write` transforms the message's own words, for example to escape them.
 *
 * @throws where there is no such message
 */
export type Translate = (key: MessageKey, values?: MessageValues, write?: (words: string) => string) => string

/** @param language the language of the messages, as languages.ts calls it */
export function openMessages(language: string, messages: Translation = en): Translate {
  const rules = new Intl.PluralRules(messages === en ? 'en' : (findOwn(ruled, language) ?? language))
  const group = openGrouping(language, messages.thousands ?? en.thousands)
  return (key, values = {}, write = (words) => words) => {
    const message = findOwn(messages, key) ?? findOwn(en, key)
    if (message === undefined) throw new Error(`there is no message "${key}"`)
    const text = typeof message === 'string' ? message : (message[rules.select(Number(values.count))] ?? message.other)
    let filled = ''
    for (const [index, part] of cut(write(text)).entries()) {
      // Words, then a name in its brackets, and so on.
      const value = index % 2 === 0 ? part : (findOwn(values, part.slice(1, -1)) ?? part)
      filled += typeof value === 'number' ? group(value) : value
    }
    return filled
  }
}

/** Message texts, cut where values go; cached, since the same texts are used again and again. */
const cut = remember((text: string) => text.split(/(\{\w+\})/), 1000)

/** Languages whose bare name means another country's rules to `Intl`. */
const ruled: Record<string, string> = { pt: 'pt-PT' }

/** Languages that write 1234 without a mark, and 12 345 with one (CLDR, minimumGroupingDigits). */
const lateGrouping = new Set(['es', 'it', 'pt', 'pl', 'hu', 'bg', 'et', 'lv'])

/** Thousands, then hundreds of them: 12,34,567. */
const indianGrouping = new Set(['hi', 'bn'])

/** A whole number as a language writes it, in European digits. */
function openGrouping(language: string, mark: string): (count: number) => string {
  const places = indianGrouping.has(language) ? /\B(?=(\d{2})*\d{3}$)/g : /\B(?=(\d{3})+$)/g
  const least = lateGrouping.has(language) ? 10_000 : 1000
  return (count) => (count < least ? String(count) : String(count).replace(places, mark))
}
