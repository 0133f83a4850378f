import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Messages } from './messages.ts'

/** Languages by their first subtag. A new one is a file like en.ts, and a line here. */
export const languages: Record<string, Messages> = { en, de, ar }
