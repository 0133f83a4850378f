/**
 * The same function with a memory: it is called once for each value; when there are too many values, all are forgotten.
 *
 * @param most results that are kept at once
 */
export function remember<Given, Made>(make: (given: Given) => Made, most = 100_000): (given: Given) => Made {
  const known = new Map<Given, Made>()
  return (given) => {
    const found = known.get(given)
    // `undefined` is a result, too.
    if (found !== undefined || known.has(given)) return found as Made
    const made = make(given)
    if (known.size >= most) known.clear()
    known.set(given, made)
    return made
  }
}
