/** F-21: entries of a feed. */
export const feedLength = 60
