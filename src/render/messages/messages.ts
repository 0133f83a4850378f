import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Plural } from './en.ts'

export type MessageKey = keyof typeof en

/** One language: every message, so that a forgotten one does not compile. */
export type Messages = { [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural }

/** Languages by their first subtag. A new one is a file like en.ts, and a line here. */
export const languages: Record<string, Messages> = { en, de, ar }
