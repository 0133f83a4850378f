import type { FeedReport, ProblemCode } from '../model.ts'

const unreached: ProblemCode[] = ['DNS', 'CONNECT', 'TLS']

/**
 * True where our own network must be down: nobody could be reached, or of five or more hardly anybody.
 * A server that answers with an error was reached.
 */
export function isOutage(reports: FeedReport[]): boolean {
  const asked = reports.filter(({ result }) => result !== 'not-due' && result !== 'paused')
  const lost = asked.filter(({ result, problem }) => result === 'failed' && problem && unreached.includes(problem.code))
  if (asked.length === 0) return false
  return lost.length === asked.length || (asked.length >= 5 && lost.length > 0.9 * asked.length)
}
