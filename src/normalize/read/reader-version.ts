/**
 * Counts up with every change of what is made of a feed's bytes: a feed that an older version read is asked for all that it has once more,
 * and what it still carries is read anew.
 */
export const readerVersion = 10
