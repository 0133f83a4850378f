/** Keys of a feed that people type by hand. */
const known = [
  'name',
  'title',
  'link',
  'feed',
  'url',
  'face',
  'avatar',
  'author',
  'tags',
  'language',
  'filters',
  'exclude',
]

/**
 * The key that a key was surely meant to be: one letter too many or too few, or two in another order (`lin`, `feeed`, `titel`). Other
 * letters make another word: `nick` is no `link`.
 */
export function findSlip(name: string): string | undefined {
  return known.find((key) => key !== name && (sort(key) === sort(name) || lacksOne(key, name) || lacksOne(name, key)))
}

function sort(word: string): string {
  return [...word].sort().join('')
}

function lacksOne(short: string, long: string): boolean {
  if (long.length !== short.length + 1) return false
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}
