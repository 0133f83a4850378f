import path from 'node:path'
import type { Config } from '../config/schema.ts'
import type { BuildReport, FeedReport } from '../model.ts'
import { makeLine } from '../text/make-line.ts'
import type { BuildFlags } from './flags.ts'
import { complain, drawLine, print, printJson } from './print.ts'
import { renderBuildSummary, renderFeedLine } from './render-build-summary.ts'

/** Tells the operator what a build does, on a terminal, in a log, or to a program. */
export type BuildReporter = {
  onFeed(report: FeedReport): void
  finish(report: BuildReport): void
  /** Clears the progress line. */
  close(): void
}

/**
 * On a terminal: a line of progress on stderr, a summary on stdout. Elsewhere nothing but what the operator must know.
 * `--verbose` adds a line for every feed, `--quiet` leaves only errors, `--json` prints the report alone.
 */
export async function openBuildReporter(config: Config, output: string, flags: BuildFlags): Promise<BuildReporter> {
  // The names of months are loaded where a line has a time.
  const saysFeeds = flags.verbose === true && !flags.quiet
  const writeTime = saysFeeds ? await (await import('./open-time-writer.ts')).openTimeWriter(config) : undefined
  const { stdout, stderr } = process
  const speaks = !flags.quiet && !flags.json
  const drawsProgress = speaks && stderr.isTTY && !flags.verbose && process.env.TERM !== 'dumb'
  let done = 0
  let drawnAt = 0

  function drawProgress(name: string): void {
    if (Date.now() - drawnAt < 100) return
    drawnAt = Date.now()
    const line = `${done}/${config.feeds.length} feeds  ${makeLine(name)}`
    drawLine(line.slice(0, (stderr.columns ?? 80) - 1))
  }

  function close(): void {
    if (drawsProgress && drawnAt > 0) drawLine('')
    drawnAt = 0
  }

  return {
    onFeed(report) {
      done += 1
      if (writeTime !== undefined) complain(`${renderFeedLine(report, writeTime)}\n`)
      else if (drawsProgress) drawProgress(report.name)
    },
    finish(report) {
      close()
      if (flags.json) return printReport(report)
      if (report.outage) {
        const asked = report.feeds.filter((feed) => feed.result !== 'not-due').length
        const failed = report.feeds.filter((feed) => feed.result === 'failed').length
        complain(`planet: no network: ${failed} of ${asked} feeds could not be reached; site left as it was\n`)
        return
      }
      if (!speaks) return
      if (config.feeds.length === 0) complain('planet: feeds.yaml lists no feeds yet; add one under feeds:\n')
      for (const warning of report.warnings) complain(`planet: ${makeLine(warning)}\n`)
      for (const { name, notices } of report.feeds) {
        for (const { message } of notices) complain(`planet: ${makeLine(name)}: ${makeLine(message)}\n`)
      }
      const folder = path.relative(process.cwd(), output) || '.'
      if (stdout.isTTY || flags.dryRun)
        print(
          renderBuildSummary(
            report,
            folder,
            stdout.columns || (stdout.isTTY ? 80 : Number.POSITIVE_INFINITY),
            flags.dryRun,
          ),
        )
    },
    close,
  }
}

/** One JSON document after docs/build-report.schema.json; what is absent is null. */
function printReport(report: BuildReport): void {
  const withNull = (_: string, value: unknown) => (value === undefined ? null : value)
  printJson({ schema: 1, ...report }, withNull, 2)
}
