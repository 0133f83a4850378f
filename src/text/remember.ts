/** Answers that are kept at once. */
const most = 100_000

/** The same function, which is asked once for each value as long as there are not too many; then all is forgotten. */
export function remember<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const known = new Map<Given, Made>()
  return (given) => {
    const found = known.get(given)
    if (found !== undefined) return found
    const made = make(given)
    if (known.size >= most) known.clear()
    known.set(given, made)
    return made
  }
}
