import type { FeedReport } from '../build-report.ts'
import { shareInstant } from '../text/share-instant.ts'

const none: never[] = []

/** A report as it is kept to the end of a build. There may be ten thousand, so they share empty lists and equal dates. */
export function packReport(report: FeedReport): FeedReport {
  const { warnings, titles, notices, nextDue } = report
  return {
    ...report,
    warnings: warnings.length === 0 ? none : warnings,
    titles: titles.length === 0 ? none : titles,
    notices: notices.length === 0 ? none : notices,
    nextDue: nextDue && shareInstant(+nextDue),
  }
}
