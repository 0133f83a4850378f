#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { exitCodes } from './commands/exit-codes.ts'
import { explainError } from './commands/explain-error.ts'
import type {
  AddFlags,
  BuildFlags,
  CommonFlags,
  ExportFlags,
  InspectFlags,
  PurgeFlags,
  RemoveFlags,
  StatusFlags,
} from './commands/flags.ts'
import { version } from './version.ts'

const program = new Command('planet')
  .description('Reads the blogs listed in feeds.yaml and writes a planet: dated pages and one combined feed.')
  .version(version)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    `
Examples:
  planet build                    ask the feeds that are due and write public/
  planet build --offline          write the site again from what is stored
  planet export > feeds.opml      the list of feeds, for a feed reader
  planet inspect feed.xml         what a feed says, and what is wrong with it`,
  )

addCommonFlags(program.command('build'))
  .description('ask the feeds that are due, keep what is new, write the site')
  .option('--offline', 'ask nobody; write the site from what is stored')
  .option('--refresh', 'ask every feed now, due or not; what a server forbids stays forbidden')
  .option('--force <feed>', 'ask this feed now, as if for the first time')
  .option('--accept <feed>', 'ask this feed now, and take what it says though it looks like another blog')
  .option('--dry-run', 'ask and read, but write nothing; say what would be written')
  .option('--strict', 'exit with 3 where a feed has errors')
  .action(async (flags: BuildFlags) => {
    const { runBuild } = await import('./commands/build.ts')
    process.exitCode = await runBuild(flags)
  })

addCommonFlags(program.command('add <url...>'))
  .description('find the feed of a page and add it to feeds.yaml')
  .option('--dry-run', 'only say what would be added')
  .action(async (words: string[], flags: AddFlags) => {
    const { runAdd } = await import('./commands/add.ts')
    process.exitCode = await runAdd(words, flags)
  })

addCommonFlags(program.command('export'))
  .description('print the list of feeds as OPML, or every stored entry')
  .option('--entries', 'one line of JSON for each stored entry')
  .action(async (flags: ExportFlags) => {
    const { runExport } = await import('./commands/export.ts')
    process.exitCode = await runExport(flags)
  })

addCommonFlags(program.command('inspect <source...>'))
  .description('show what a feed says, as the planet understands it; nothing is stored')
  .option('--base-url <url>', 'read a local file as if it had been fetched from this address')
  .action(async (sources: string[], flags: InspectFlags) => {
    const { runInspect } = await import('./commands/inspect.ts')
    process.exitCode = await runInspect(sources, flags)
  })

addCommonFlags(program.command('purge <entry-or-feed>'))
  .description('take an entry down for ever, by its link or id; or all of a feed')
  .option('--reason <text>', 'why; it is kept in feeds.yaml')
  .option('--undo', 'let it come back')
  .option('--dry-run', 'only say what would be done')
  .action(async (word: string, flags: PurgeFlags) => {
    const { runPurge } = await import('./commands/purge.ts')
    process.exitCode = await runPurge(word, flags)
  })

addCommonFlags(program.command('remove <feed>'))
  .description('take a feed out of feeds.yaml; its entries stay')
  .option('--keep', 'keep its past entries, without asking')
  .option('--purge', 'delete them, without asking')
  .option('--dry-run', 'only say what would be done')
  .action(async (word: string, flags: RemoveFlags) => {
    const { runRemove } = await import('./commands/remove.ts')
    process.exitCode = await runRemove(word, flags)
  })

program
  .command('schema')
  .description('print the JSON Schema of feeds.yaml, for an editor')
  .action(async () => {
    const { runSchema } = await import('./commands/schema.ts')
    process.exitCode = runSchema()
  })

addCommonFlags(program.command('status [feed]'))
  .description('how the feeds are, from what is stored')
  .option('--failing', 'only those that have a problem')
  .option('--inactive', 'only those that have been quiet for long')
  .action(async (word: string | undefined, flags: StatusFlags) => {
    const { runStatus } = await import('./commands/status.ts')
    process.exitCode = await runStatus(word, flags)
  })

addCommonFlags(program.command('why <url-or-id>'))
  .description('where an entry is, or why it is not shown')
  .action(async (word: string, flags: CommonFlags) => {
    const { runWhy } = await import('./commands/why.ts')
    process.exitCode = await runWhy(word, flags)
  })

function addCommonFlags(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the configuration (default: feeds.yaml, else config/feeds.yaml)')
    .option('-o, --output <dir>', 'folder of the site (default: public beside the configuration)')
    .option('--state <dir>', 'folder of what the planet remembers (default: .planet beside the configuration)')
    .option('--json', 'print one JSON document')
    .option('--quiet', 'print errors only')
    .option('--verbose', 'print a line for every feed')
    .option('--no-color', 'print without colours')
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(exitCodes.interrupted))
// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  if (process.argv.length <= 2) program.outputHelp()
  else await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage
  else {
    const { message, exitCode } = explainError(error, process.argv.includes('--verbose'))
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}
