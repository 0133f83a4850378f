import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Story } from './open-story.ts'
import { type Answer, hasTerminal } from './run-on-terminal.ts'

const ctrlC = '\u0003'

/** What is typed; and when. What runs on is ended by Ctrl-C when it has printed `until`. */
type Scene = { at: string; words: string[]; answers?: Answer[]; until?: string }

/**
 * A command off a terminal, and on terminals of 80 and of 120 columns, each on a copy of the same planet, against
 * `transcripts/NAME.txt`. Without a pseudo-terminal, the first alone.
 */
export async function expectTranscript(
  name: string,
  story: Story,
  { at, words, answers = [], until }: Scene,
): Promise<void> {
  const command = `$ planet ${words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}`
  const { code, stdout, stderr } = await (until === undefined
    ? story.look(at, ...words)
    : story.interrupt(at, until, ...words))
  const typed: Answer[] = until === undefined ? answers : [[until, ctrlC]]
  const parts = [`${command}   # from cron, exit ${code}\n${stderr}${stdout}`]
  for (const columns of hasTerminal ? [80, 120] : []) {
    const { code, screen } = await story.watch(columns, at, words, typed)
    parts.push(`${command}   # on a terminal of ${columns} columns, exit ${code}\n${screen}`)
  }
  const text = story.mask(parts.join('\n'))
  const file = path.join(import.meta.dirname, 'transcripts', `${name}.txt`)
  if (process.env.UPDATE_GOLDEN === '1' && hasTerminal) writeFileSync(file, text)
  const golden = existsSync(file) ? readFileSync(file, 'utf8') : ''
  expect(text).toBe(hasTerminal ? golden : golden.slice(0, text.length))
  if (!hasTerminal) console.warn(`${name}: not tried on a terminal, since there is no script(1) of util-linux`)
}
