/**
 * Increased with every change of how `makeEntryKeys` makes keys of a link: the keys of stored entries are then made anew. A purge by
 * address, and the rule across feeds, use these keys, and most entries are in no feed any more.
 */
export const linkKeyVersion = 4
