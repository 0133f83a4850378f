import { createInterface } from 'node:readline/promises'
import { makeHarmless, print } from './print.ts'

/** True where somebody can be asked. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

/** Ask a question: "y" is yes, anything else no. Without a terminal there is nobody to ask, and the answer is yes. */
export async function askOperator(question: string): Promise<boolean> {
  if (!isInteractive()) return true
  return /^y(es)?$/i.test(await askText(`${question} [y/N] `))
}

/** Text pasted after an answer: whole lines, and the beginning of one. They answer the next questions. */
const pasted: { lines: string[]; begun: string } = { lines: [], begun: '' }

/**
 * Ask for a line of text on a terminal. Ctrl-C ends the program as usual, Ctrl-D is an empty answer.
 *
 * @returns trimmed
 */
export async function askText(question: string): Promise<string> {
  const ready = pasted.lines.shift()
  if (ready !== undefined) {
    print(`${question}${ready}\n`)
    return ready.trim()
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  let isInterrupted = false
  terminal.once('SIGINT', () => {
    isInterrupted = true
    process.kill(process.pid, 'SIGINT')
  })
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
  try {
    const asked = terminal.question(makeHarmless(question))
    // The question takes the first line itself.
    terminal.on('line', (line) => pasted.lines.push(line))
    if (pasted.begun !== '') terminal.write(pasted.begun)
    pasted.begun = ''
    const answer = await Promise.race([asked, closed])
    // Whatever is typed before the signal arrives is no answer, and must not start anything.
    if (isInterrupted) await new Promise<never>(() => setTimeout(() => undefined, 10_000))
    pasted.begun = terminal.line
    return answer.trim()
  } finally {
    terminal.close()
  }
}
