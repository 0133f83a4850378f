/** A word that every shell takes as it is. */
export function quoteForShell(word: string): string {
  return /^[\w:/.,@%+=~-]+$/.test(word) ? word : `'${word.replaceAll("'", '%27')}'`
}
