import type { en, Plural } from './en.ts'

export type MessageKey = keyof typeof en

/** One language: every message, so that a forgotten one does not compile. */
export type Messages = { [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural }

/** A language that may lack messages: English stands in for them, and a test names those that are missing. */
export type Translation = Partial<Messages>
