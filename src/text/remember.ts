/**
 * The same function, which is asked once for each value as long as there are not too many; then all is forgotten.
 *
 * @param most answers that are kept at once
 */
export function remember<Given, Made>(make: (given: Given) => Made, most = 100_000): (given: Given) => Made {
  const known = new Map<Given, Made>()
  return (given) => {
    const found = known.get(given)
    // Nothing is an answer, too.
    if (found !== undefined || known.has(given)) return found as Made
    const made = make(given)
    if (known.size >= most) known.clear()
    known.set(given, made)
    return made
  }
}
