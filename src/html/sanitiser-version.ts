/** Increased with every change of how a post's HTML is made: HTML that an older version made is made again. */
export const sanitiserVersion = 8
