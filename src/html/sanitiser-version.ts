/** Counts up with every change of what a post's HTML is made into: what an older version made is made again. */
export const sanitiserVersion = 7
