/**
 * Increased with every change of how a feed's bytes are read: a feed that an older version read is fetched in full once more, and the
 * entries that it still carries are read anew.
 */
export const readerVersion = 12
