import type { FeedReport, ProblemCode } from '../model.ts'

const unreached: ProblemCode[] = ['DNS', 'CONNECT', 'TLS']

/**
 * True where our own network must be down: nobody could be reached, or of five or more hardly anybody.
 * A server that answers with an error was reached.
 */
export function isOutage(reports: FeedReport[]): boolean {
  const asked = reports.filter((report) => report.result !== 'not-due')
  const lost = asked.filter((report) => report.problem !== undefined && unreached.includes(report.problem.code))
  if (asked.length === 0) return false
  return lost.length === asked.length || (asked.length >= 5 && lost.length > 0.9 * asked.length)
}
