/** Collects comments until the item that they stand above is read. */
export function makeItemComments() {
  let lines: string[] = []
  return {
    /** @param before a line to put before the comment, unless it was collected already */
    add(text: string, before?: string): void {
      if (before !== undefined && !lines.includes(` ${before}`)) lines.push(` ${before}`)
      if (text !== '' || before === undefined) lines.push(text)
    },
    /** Keeps groups of comments apart from each other, and from items that they are not about. */
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

/** Stands for a blank line, without even a comment mark. */
export const blankLine = '\n'
