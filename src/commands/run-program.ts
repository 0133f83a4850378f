import { Argument, Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { examples, renderExamples } from './examples.ts'
import { exitCodes } from './exit-codes.ts'
import { explainError } from './explain-error.ts'
import { explainExcess } from './explain-excess.ts'
import type {
  AddFlags,
  BuildFlags,
  CheckFlags,
  CommonFlags,
  CompletionFlags,
  ExportFlags,
  FetchFlags,
  ImportFlags,
  InitFlags,
  InspectFlags,
  MovedFlags,
  PreviewFlags,
  PurgeFlags,
  RemoveFlags,
  RenderFlags,
  StateFlags,
  StatusFlags,
} from './flags.ts'
import { complain, findColumns, print } from './print.ts'
import { renderOverview } from './render-overview.ts'

/**
 * Run a command line.
 *
 * @param words what follows "planet"
 * @returns the exit code; errors are written to stderr
 */
export async function runProgram(words: string[]): Promise<number> {
  let code: number = exitCodes.done
  const program = makeProgram((ended) => {
    code = ended
  })
  try {
    const isOverview = words.length === 0 || (words.length === 1 && /^(help|--help|-h)$/.test(words[0] ?? ''))
    if (isOverview) print(renderOverview(program, findColumns(80)))
    else {
      // A command that is not known gets the same answer, and the nearest one, with help before it or without.
      const isUnknown = words[0] === 'help' && words[1] !== undefined && !knows(program, words[1])
      await program.parseAsync(isUnknown ? words.slice(1, 2) : words, { from: 'user' })
    }
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    const { message, exitCode } = explainError(error, words.includes('--verbose'), builders.includes(words[0] ?? ''))
    complain(`${message}\n`)
    return exitCode
  }
}

const allCommands = 'planet help lists all commands'

const builders = ['build', 'fetch', 'render', 'serve', 'purge', 'remove']

function knows(program: Command, word: string): boolean {
  return word === 'help' || program.commands.some((command) => command.name() === word)
}

/**
 * The commands and flags of `planet`, which help, completion and the man page are made from as well. Each command is loaded
 * when it is asked for.
 *
 * @param end called with the exit code of the command that was run
 */
export function makeProgram(end: (code: number) => void): Command {
  const program = new Command('planet')
    .description('Reads the blogs listed in feeds.yaml and writes a planet: dated pages and one combined feed.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: complain,
      outputError: (text, write) => write(explainExcess(text.replace(/^error: /, 'planet: '))),
    })
    .configureHelp({ showGlobalOptions: true, minWidthToWrap: 20 })
    .showSuggestionAfterError()
    .showHelpAfterError(allCommands)

  addCommonFlags(program.command('build'))
    .description('ask the feeds that are due, keep what is new, write the site')
    .option('--offline', 'ask nobody; write the site from what is stored')
    .option('--refresh', 'ask every feed now, due or not; what a server forbids stays forbidden')
    .option('--force <feed>', 'ask this feed now, as if for the first time')
    .option('--accept <feed>', 'ask this feed now, and take what it says though it looks like another blog')
    .option('--dry-run', 'ask and read, but write nothing; say what would be written')
    .option('--adopt', 'take over files of the output folder that Planet did not write')
    .option('--strict', 'exit with 3 where a feed has errors')
    .option('--restore [url]', 'where there is no state, begin with the one that was published (state: publish)')
    .action(async (flags: BuildFlags) => {
      const { runBuild } = await import('./build.ts')
      end(await runBuild(flags))
    })

  addCommonFlags(program.command('fetch'))
    .description('the first half of build: ask the feeds that are due, keep what is new')
    .option('--refresh', 'ask every feed now, due or not; what a server forbids stays forbidden')
    .option('--force <feed>', 'ask this feed now, as if for the first time')
    .option('--accept <feed>', 'ask this feed now, and take what it says though it looks like another blog')
    .option('--dry-run', 'ask and read, but keep nothing')
    .option('--strict', 'exit with 3 where a feed has errors')
    .option('--restore [url]', 'where there is no state, begin with the one that was published (state: publish)')
    .action(async (flags: FetchFlags) => {
      const { runFetch } = await import('./fetch.ts')
      end(await runFetch(flags))
    })

  addCommonFlags(program.command('render'))
    .description('the second half of build: write the site from what is stored')
    .option('--dry-run', 'write nothing; say what would be written')
    .option('--adopt', 'take over files of the output folder that Planet did not write')
    .option('--restore [url]', 'where there is no state, begin with the one that was published (state: publish)')
    .action(async (flags: RenderFlags) => {
      const { runRender } = await import('./render.ts')
      end(await runRender(flags))
    })

  addCommonFlags(program.command('add <url...>'))
    .description('find the feed of a page and add it')
    .option('--dry-run', 'only say what would be added')
    .action(async (words: string[], flags: AddFlags) => {
      const { runAdd } = await import('./add.ts')
      end(await runAdd(words, flags))
    })

  addCommonFlags(program.command('check'))
    .description('check configuration, theme, and every feed, live')
    .option('--no-network', 'ask no feed')
    .option('--only-changed [revision]', 'only feeds that were added since a revision of git')
    .option('--format <name>', 'github: annotations for a pull request')
    .action(async (flags: CheckFlags) => {
      const { runCheck } = await import('./check.ts')
      end(await runCheck(flags))
    })

  program
    .command('completion [shell]')
    .description('print what completes the command line in a shell')
    .option('--feeds', 'print the names of the feeds, for the shell')
    .option('-c, --config <file>', 'the configuration (default: feeds.yaml, else config/feeds.yaml)')
    .action(async (shell: string | undefined, flags: CompletionFlags) => {
      const { runCompletion } = await import('./completion.ts')
      end(await runCompletion(shell, flags, program))
    })

  addCommonFlags(program.command('export'))
    .description('print the list of feeds as OPML, or every stored entry')
    .option('--format <name>', 'of the list: opml, ini (Venus), json (the keys of feeds.yaml), urls')
    .option('--entries', 'one line of JSON for each stored entry')
    .option('--text', 'with --entries: with all that is stored of it, its text among it')
    .action(async (flags: ExportFlags) => {
      const { runExport } = await import('./export.ts')
      end(await runExport(flags))
    })

  addCommonFlags(program.command('import [file...]'))
    .description('write feeds.yaml from the files of another planet, or add a list')
    .option('--title <text>', 'what the planet is called, where the file does not say')
    .option('--url <url>', 'where it will be published, where the file does not say')
    .option('--cache <dir>', 'what Venus remembers: its entries, their dates, the marks of feeds')
    .option('--dry-run', 'only say what would be done')
    .option('--strict', 'exit with 3 where something needs you')
    .action(async (words: string[], flags: ImportFlags) => {
      const { runImport } = await import('./import.ts')
      end(await runImport(words, flags))
    })

  program
    .command('init [dir]')
    .description('begin a planet: feeds.yaml, about.md, .gitignore')
    .option('--title <text>', 'what it is called; else it is asked')
    .option('--url <url>', 'where it will be published; else it is asked')
    .option('--cron', 'write a line for crontab, too')
    .option('--systemd', 'write a service and a timer, too')
    .option('--github', 'write a workflow for GitHub Pages, too')
    .option('--gitlab', 'write a pipeline for GitLab Pages, too')
    .option('--docker', 'write a Dockerfile, too')
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { runInit } = await import('./init.ts')
      end(await runInit(folder, flags))
    })

  addCommonFlags(program.command('inspect <source...>'))
    .description('show what a feed says, as the planet understands it')
    .option('--base-url <url>', 'read a local file as if it had been fetched from this address')
    .action(async (sources: string[], flags: InspectFlags) => {
      const { runInspect } = await import('./inspect.ts')
      end(await runInspect(sources, flags))
    })

  addCommonFlags(program.command('moved [feed...]'))
    .description('which feeds have another address than feeds.yaml says')
    .option('--apply', 'write it there: all, or the feeds that are named')
    .action(async (words: string[], flags: MovedFlags) => {
      const { runMoved } = await import('./moved.ts')
      end(await runMoved(words, flags))
    })

  addCommonFlags(program.command('purge <entry-or-feed>'))
    .description('take an entry down for ever, by its link or id; or all of a feed')
    .option('--reason <text>', 'why; it is kept in feeds.yaml')
    .option('--undo', 'let it come back')
    .option('--dry-run', 'only say what would be done')
    .action(async (word: string, flags: PurgeFlags) => {
      const { runPurge } = await import('./purge.ts')
      end(await runPurge(word, flags))
    })

  addCommonFlags(program.command('remove <feed>'))
    .description('take a feed out of feeds.yaml; its entries stay')
    .option('--keep', 'keep its past entries, without asking')
    .option('--purge', 'delete them, without asking')
    .option('--dry-run', 'only say what would be done')
    .action(async (word: string, flags: RemoveFlags) => {
      const { runRemove } = await import('./remove.ts')
      end(await runRemove(word, flags))
    })

  addCommonFlags(program.command('retry <feed>'))
    .description('forget that a feed failed or is gone: the next build asks it')
    .action(async (word: string, flags: CommonFlags) => {
      const { runRetry } = await import('./retry.ts')
      end(await runRetry(word, flags))
    })

  program
    .command('schema')
    .description('print the JSON Schema of feeds.yaml, for an editor')
    .action(async () => {
      const { runSchema } = await import('./schema.ts')
      end(runSchema())
    })

  addCommonFlags(program.command('serve'))
    .description('look at the site on this machine; nothing is fetched')
    .option('--port <number>', 'else 8080')
    .option('--watch', 'build and load again where feeds.yaml, about.md or the theme changes')
    .option('--fetch', 'ask the feeds that are due, first')
    .action(async (flags: PreviewFlags) => {
      const { runServe } = await import('./serve.ts')
      end(await runServe(flags))
    })

  program
    .command('state')
    .addArgument(new Argument('copy').choices(['copy']))
    .argument('<from>')
    .argument('<to>')
    .usage('copy [options] <from> <to>')
    .description('copy all that a planet remembers to another place, and compare the two')
    .option('--json', 'print one JSON document')
    .option('--quiet', 'print errors only')
    .option('--verbose', 'print a line for every table')
    .action(async (_: string, from: string, to: string, flags: StateFlags) => {
      const { runState } = await import('./state.ts')
      end(await runState(from, to, flags))
    })

  addCommonFlags(program.command('status [feed]'))
    .description('how the feeds are, from what is stored')
    .option('--failing', 'only those that have a problem')
    .option('--inactive', 'only those that have been quiet for long')
    .action(async (word: string | undefined, flags: StatusFlags) => {
      const { runStatus } = await import('./status.ts')
      end(await runStatus(word, flags))
    })

  addCommonFlags(program.command('why <url-or-id>'))
    .description('where an entry is, or why it is not shown')
    .action(async (word: string, flags: CommonFlags) => {
      const { runWhy } = await import('./why.ts')
      end(await runWhy(word, flags))
    })

  for (const command of program.commands) {
    const list = examples.get(command.name()) ?? []
    command.addHelpText('before', () => `Examples:\n${renderExamples(list, findColumns(80))}`)
    command.showHelpAfterError(`usage: planet ${command.name()} ${command.usage()}`)
  }
  return program
}

function addCommonFlags(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the configuration (default: feeds.yaml, else config/feeds.yaml)')
    .option('-o, --output <dir>', 'folder of the site (default: public beside the configuration)')
    .option(
      '--state <place>',
      'folder of what the planet remembers (default: .planet beside the configuration), or a postgres:// address',
    )
    .option('--json', 'print one JSON document')
    .option('--quiet', 'print errors only')
    .option('--verbose', 'print a line for every feed')
    .option('--no-color', 'print without colours')
}
