import path from 'node:path'
import type { BuildPart } from '../build.ts'
import type { BuildReport, FeedReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import type { BuildFlags } from './flags.ts'
import { makeRemedy, renderRemedy } from './make-remedy.ts'
import { openProgressLine } from './open-progress-line.ts'
import { openTimeWriter } from './open-time-writer.ts'
import { complain, printJsonPieces, printPainted } from './print.ts'
import { renderBuildSummary, renderFeedLine, toldInSummary } from './render-build-summary.ts'
import { renderJson } from './render-json.ts'

/** Reports a build to the operator, on a terminal, in a log, or to a program. */
export type BuildReporter = {
  onFeed(report: FeedReport): void
  finish(report: BuildReport): Promise<void>
  /** Clears the progress line. */
  close(): void
}

const mailColumns = 80

/**
 * On a terminal: a line of progress on stderr, a summary on stdout. Elsewhere only what the operator must know. `--verbose` adds a line for
 * every feed, `--quiet` leaves only errors, `--json` prints the report alone.
 */
export function openBuildReporter(config: Config, output: string, flags: BuildFlags, part: BuildPart): BuildReporter {
  const writeTime = openTimeWriter(config)
  const { stdout, stderr } = process
  const speaks = !flags.quiet && !flags.json
  const drawsProgress = speaks && stderr.isTTY && !flags.verbose && process.env.TERM !== 'dumb'
  const progress = drawsProgress && part !== 'render' ? openProgressLine(config.feeds.map(({ url }) => url)) : undefined

  /** Write a text in full: wrapped at a terminal, on a single line in a log. */
  function tell(text: string, columns = stderr.isTTY ? stderr.columns || 80 : Number.POSITIVE_INFINITY): void {
    complain(`${wrapText(makeLine(text), columns, 'planet: ', '  ').join('\n')}\n`)
  }

  /** Write the notices of one feed, with its remedy where the operator has one, wrapped for a mail. */
  async function tellNotices(feed: FeedReport): Promise<void> {
    // At a terminal the summary names the failures and their remedies.
    const notices = stdout.isTTY ? feed.notices.filter(({ code }) => !toldInSummary.includes(code)) : feed.notices
    if (notices.length === 0) return
    // Other notices already say what to do.
    const isAiling = !stdout.isTTY && notices.some(({ code }) => code === 'FAILING' || code === 'GONE')
    const remedy = isAiling ? await makeRemedy(feed, config.file) : []
    for (const { message } of notices)
      tell(`${makeLine(feed.name)}: ${message}`, remedy.length > 0 ? mailColumns : undefined)
    for (const line of renderRemedy(remedy, mailColumns, '  ')) complain(`${line}\n`)
  }

  /** Say why `--strict` ends with 3 where an earlier build has already reported each failing feed: no command fails silently. */
  function tellUntold(feeds: FeedReport[]): void {
    const untold = feeds.filter(({ problem, notices }) => problem !== undefined && notices.length === 0).length
    if (untold === 0) return
    tell(
      `${untold === 1 ? '1 feed has errors' : `${untold} feeds have errors`}: planet status --failing says which, and why`,
    )
  }

  return {
    onFeed(report) {
      if (flags.verbose && !flags.quiet) complain(`${renderFeedLine(report, writeTime)}\n`)
      progress?.step()
    },
    async finish(report) {
      progress?.close()
      if (flags.json) return printReport(report)
      if (report.outage) {
        if (!report.isOutageNews && !stderr.isTTY) return
        const asked = report.feeds.filter(({ result }) => result !== 'not-due' && result !== 'paused').length
        const failed = report.feeds.filter((feed) => feed.result === 'failed').length
        const left = part === 'fetch' ? 'no failure was counted' : 'site left as it was'
        complain(`planet: no network: ${failed} of ${asked} feeds could not be reached; ${left}\n`)
        return
      }
      if (!speaks) return
      if (config.feeds.length === 0)
        complain('planet: feeds.yaml lists no feeds yet: planet add https://blog.example finds one\n')
      for (const warning of report.warnings) tell(warning)
      for (const feed of report.feeds) await tellNotices(feed)
      if (flags.strict && !stdout.isTTY && !flags.dryRun) tellUntold(report.feeds)
      const folder = path.relative(process.cwd(), output) || '.'
      if (!stdout.isTTY && !flags.dryRun) return
      const columns = stdout.columns || (stdout.isTTY ? 80 : Number.POSITIVE_INFINITY)
      const findRemedy = (feed: FeedReport) => makeRemedy(feed, config.file)
      const clock = { now: new Date(), writeTime }
      const options = { dryRun: flags.dryRun, part, findRemedy, clock }
      printPainted(await renderBuildSummary(report, folder, columns, options), flags)
    },
    close: () => progress?.close(),
  }
}

/** One JSON document as in docs/build-report.schema.json; absent values are null. */
async function printReport(report: BuildReport): Promise<void> {
  await printJsonPieces(renderJson({ schema: 1, ...report }))
}
