import { createInterface } from 'node:readline/promises'
import { makeHarmless } from './print.ts'

/** True where somebody can be asked. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

/** Ask a question that "y" answers with yes, anything else with no. Off a terminal there is nobody to ask: yes. */
export async function askOperator(question: string): Promise<boolean> {
  if (!isInteractive()) return true
  return /^y(es)?$/i.test(await askText(`${question} [y/N] `))
}

/**
 * Ask for a line of text on a terminal. Ctrl-C ends the program as everywhere, Ctrl-D is an empty answer.
 *
 * @returns trimmed
 */
export async function askText(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  let isInterrupted = false
  terminal.once('SIGINT', () => {
    isInterrupted = true
    process.kill(process.pid, 'SIGINT')
  })
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
  try {
    const answer = await Promise.race([terminal.question(makeHarmless(question)), closed])
    // What is typed until the signal arrives is no answer: nothing may be done by it.
    if (isInterrupted) await new Promise<never>(() => setTimeout(() => undefined, 10_000))
    return answer.trim()
  } finally {
    terminal.close()
  }
}
