/**
 * Counts up with every change of what `makeEntryKeys` makes of a link: those of entries that are stored are made anew then. A purge by
 * address, and the rule across feeds, go by them; most entries are in no feed any more.
 */
export const linkKeyVersion = 3
