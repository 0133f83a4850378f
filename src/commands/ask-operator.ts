import { createInterface } from 'node:readline/promises'

/** Ask a question that "y" answers with yes, anything else with no. Off a terminal there is nobody to ask: yes. */
export async function askOperator(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}
