import type { Command } from 'commander'
import { type Example, examples } from './examples.ts'

/** The manual page planet(1), from the same source as the help: man(7) macros, which every man(1) reads. */
export function renderManPage(program: Command, version: string): string {
  const commands = program.commands.map((command) => renderCommand(command))
  return `.TH PLANET 1 "" "Planet ${version}" "User Commands"
.SH NAME
planet \\- one site out of many blogs
.SH SYNOPSIS
.B planet
.I COMMAND
.RI [ OPTION ...]
.SH DESCRIPTION
${escapeRoff(program.description())}
It is run from cron, once an hour; any web server can host what it writes.
.SH EXAMPLES
${renderExamples(examples.get('planet') ?? [])}
.SH COMMANDS
${commands.join('\n')}
.SH EXIT STATUS
${exits.map(([code, says]) => `.TP\n.B ${code}\n${escapeRoff(says)}`).join('\n')}
.SH FILES
.TP
.I feeds.yaml
the configuration; else
.IR config/feeds.yaml .
Its keys are in docs/configuration.md of the package, and in what
.B planet schema
prints.
.TP
.I public/
the site
.TP
.I .planet/
what the planet remembers
.SH ENVIRONMENT
.TP
.BR NO_COLOR ", " FORCE_COLOR
print without, or with colours
.TP
.IR NAME
a feed's
.I headers
may name any variable, as
.IR ${'${NAME}'} .
`
}

const exits: [code: string, says: string][] = [
  ['0', 'the site is up to date; single feeds may have failed'],
  ['1', 'the build failed; the old site stands'],
  ['2', 'usage or configuration'],
  ['3', 'feeds have errors: only of inspect, check, and --strict of build and fetch'],
  ['75', 'try later: no network, or another build is running'],
  ['130', 'interrupted'],
]

function renderCommand(command: Command): string {
  const usage = command.registeredArguments.map((argument) => {
    // A word that is written as it is.
    if (argument.argChoices?.length === 1) return argument.argChoices.join()
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`.toUpperCase()
    return argument.required ? name : `[${name}]`
  })
  const options = command.options.map(
    ({ flags, description }) => `.TP\n.B ${escapeRoff(flags)}\n${escapeRoff(description)}`,
  )
  return `.SS planet ${[command.name(), ...usage].map(escapeRoff).join(' ')}
${escapeRoff(command.description())}
${[...options, '.PP', renderExamples(examples.get(command.name()) ?? [])].join('\n')}`
}

function renderExamples(list: Example[]): string {
  return list.map(([line, says]) => `.PP\n${escapeRoff(says)}:\n.PP\n.EX\n    ${escapeRoff(line)}\n.EE`).join('\n')
}

/** Text as roff(7) takes it: no backslash, no dash that becomes a hyphen, no line that begins with a macro. */
function escapeRoff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')
}
