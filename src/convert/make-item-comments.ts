/** Comments that wait for the thing that they stand above. */
export function makeItemComments() {
  let lines: string[] = []
  return {
    /** @param before a line that goes before it, where it is not the last one already */
    add(text: string, before?: string): void {
      if (before !== undefined && !lines.includes(` ${before}`)) lines.push(` ${before}`)
      if (text !== '' || before === undefined) lines.push(text)
    },
    /** Groups of comments stay apart, and from what they are not about. */
    blank(): void {
      if (lines.at(-1) !== blankLine) lines.push(blankLine)
    },
    take(): string[] {
      const taken = lines.every((line) => line === blankLine) ? [] : lines
      lines = []
      return taken
    },
  }
}

/** Stands for a line without anything, also without a mark. */
export const blankLine = '\n'
