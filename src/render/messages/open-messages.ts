import { findOwn } from '../../text/find-own.ts'
import { en } from './en.ts'
import { languages } from './languages.ts'
import type { MessageKey } from './messages.ts'

export type { MessageKey }

/** What is filled into a message: a number as `count` decides between its forms. */
type MessageValues = Record<string, string | number>

/**
 * A message with its values in place; `write` writes its own words, for example escaped.
 *
 * @throws where there is no such message
 */
export type Translate = (key: MessageKey, values?: MessageValues, write?: (words: string) => string) => string

/** The site's words in a language; those of English where nobody has written them. */
export function openMessages(language: string): Translate {
  const [primary = 'en'] = language.toLowerCase().split('-')
  const messages = findOwn(languages, primary) ?? en
  const rules = new Intl.PluralRules(messages === en ? 'en' : language)
  const group = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, messages.thousands)
  return (key, values = {}, write = (words) => words) => {
    const message = findOwn(messages, key)
    if (message === undefined) throw new Error(`there is no message "${key}"`)
    const text = typeof message === 'string' ? message : (message[rules.select(Number(values.count))] ?? message.other)
    return write(text).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = findOwn(values, name)
      return value === undefined ? whole : typeof value === 'number' ? group(value) : value
    })
  }
}
