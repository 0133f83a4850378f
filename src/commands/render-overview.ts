import type { Command } from 'commander'
import { wrapText } from '../text/wrap-text.ts'
import { examples, renderExamples } from './examples.ts'

/** Commands that most planets never need: they are named, in one line. */
const seldom = ['completion', 'fetch', 'render', 'schema', 'state']

/** The output of `planet` without a command (O-18): at most 25 lines, examples first, each command in one. */
export function renderOverview(program: Command, columns: number): string {
  const isSeldom = (command: Command) => seldom.includes(command.name())
  const others = program.commands.filter(isSeldom).map((command) => command.name())
  const often = program.commands.filter((command) => !isSeldom(command))
  const tell = (name: string, what: string) =>
    `${wrapText(what, columns, `  ${name.padEnd(11)} `, ' '.repeat(14)).join('\n')}\n`
  const commands = often.map((command) => tell(command.name(), command.description()))
  return `One site out of many blogs.

Examples:
${renderExamples(examples.get('planet') ?? [], columns)}
Commands: planet help COMMAND says all about one of them
${commands.join('')}${tell('and', others.sort().join(', '))}`
}
