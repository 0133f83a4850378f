/** Whether a reader could take a plain text for HTML: something in it looks like a tag or a character reference. */
export function looksLikeMarkup(text: string): boolean {
  return /<\/?[a-z!]|&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i.test(text)
}
