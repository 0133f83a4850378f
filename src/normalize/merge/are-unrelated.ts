/** Fewer different words than this are too few to judge a text by. */
const fewest = 8

/** The share of the shorter text's words that two unrelated texts have in common by chance. */
const chance = 0.2

/** Scripts that put no blanks between words: two letters stand for one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/** Longer texts are judged by their beginning. */
const longest = 20_000

/**
 * True of two texts that have next to nothing in common: neither is an edit of the other. Compared are the sets of their words, without the
 * short ones that every text of a language has; an excerpt shares all its words with the whole. False where either text is too short to
 * tell.
 */
export function areUnrelated(a: string, b: string): boolean {
  const one = listWords(a)
  const other = listWords(b)
  if (one.size < fewest || other.size < fewest) return false
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  const common = [...small].filter((word) => large.has(word)).length
  return common < chance * small.size
}

/** The share of the longer text's words that stays where a text was edited. */
const edited = 2 / 3

/** True of two texts that have most of their words in common: one may be an edit of the other. False where either is too short to tell. */
export function areSimilar(a: string, b: string): boolean {
  const [one, other] = [listWords(a), listWords(b)]
  return Math.min(one.size, other.size) >= fewest && findShare(one, other) >= edited
}

/** The share of the longer text's words that texts of one template have in common, and other posts of a blog have not. */
const templated = 1 / 3

/** A test for texts that have so much in common with one of these that likeness to yet another says nothing. */
export function makeTemplateTest(texts: readonly string[]): (text: string) => boolean {
  const others = texts.map(listWords)
  return (text) => {
    const words = listWords(text)
    return others.some((other) => findShare(words, other) >= templated)
  }
}

/** The share of the longer text's words that both have. */
function findShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length / Math.max(one.size, other.size, 1)
}

function listWords(text: string): Set<string> {
  const plain = text
    .slice(0, longest)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&[#\w]{1,10};/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
  const pairs = [...plain.matchAll(unspaced)].flatMap(([run]) => {
    const letters = [...run]
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  })
  return new Set([...(plain.replace(unspaced, ' ').match(/\p{L}[\p{L}\p{M}]{4,}/gu) ?? []), ...pairs])
}
