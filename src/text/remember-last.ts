/** The same function, which is asked once where it is asked for the same value again and again: no more than one answer is kept. */
export function rememberLast<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let last: { given: Given; made: Made } | undefined
  return (given) => {
    if (last === undefined || last.given !== given) last = { given, made: make(given) }
    return last.made
  }
}
