import type { Command } from 'commander'
import { examples, renderExamples } from './examples.ts'

/** Commands that most planets never need: they are named, in one line. */
const seldom = ['completion', 'fetch', 'render', 'schema', 'state']

/** What `planet` alone says (O-18): at most 25 lines, examples first, each command in one. */
export function renderOverview(program: Command): string {
  const isSeldom = (command: Command) => seldom.includes(command.name())
  const others = program.commands.filter(isSeldom).map((command) => command.name())
  const often = program.commands.filter((command) => !isSeldom(command))
  const commands = often.map((command) => `  ${command.name().padEnd(11)} ${command.description()}\n`)
  return `One site out of many blogs.

Examples:
${renderExamples(examples.get('planet') ?? [])}
Commands: planet help COMMAND says all about one of them
${commands.join('')}  and         ${others.sort().join(', ')}
`
}
