import type { Command } from 'commander'
import { examples, renderExamples } from './examples.ts'

/** What `planet` alone says (O-18): at most 25 lines, examples first, each command in one. */
export function renderOverview(program: Command): string {
  const commands = program.commands.map((command) => `  ${command.name().padEnd(11)} ${command.description()}\n`)
  return `One site out of many blogs.

Examples:
${renderExamples(examples.get('planet') ?? [])}
Commands: planet help COMMAND says all about one of them
${commands.join('')}`
}
