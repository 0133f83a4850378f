import type { en, Plural } from './en.ts'

export type MessageKey = keyof typeof en

/** One language: every message, so that a forgotten one does not compile. */
export type Messages = { [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural }

/** A language that lags behind: English stands in for what nobody has written in it, and a test says what that is. */
export type Translation = Partial<Messages>
