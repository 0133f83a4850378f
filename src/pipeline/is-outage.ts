import type { FeedReport } from '../build-report.ts'
import type { ProblemCode } from '../model.ts'

const unreached: ProblemCode[] = ['DNS', 'CONNECT', 'TLS']

/**
 * True where our own network must be down: no server could be reached or, of five or more, hardly any. A server that answers with an error
 * was reached. A feed that has never worked tells nothing as long as other feeds do; and all names of one owner count as one: somebody who
 * lists five hundred names of his own that do not exist must not stop the planet.
 */
export async function isOutage(reports: FeedReport[]): Promise<boolean> {
  const asked = reports.filter(({ result }) => result !== 'not-due' && result !== 'paused')
  const known = asked.filter((report) => !isLost(report) || !report.neverWorked)
  const telling = known.length > 0 ? known : asked
  if (!isMost(telling.filter(isLost).length, telling.length)) return false
  // The list of domains is large to load, and the network is seldom down.
  const { findDomain } = await import('../text/find-domain.ts')
  const ownerOf = ({ url }: FeedReport) => {
    const { host, hostname, origin } = new URL(url)
    const domain = findDomain(origin)
    // Each port of an IP address counts as a server of its own.
    return domain === undefined || domain === hostname ? host : domain
  }
  const owners = new Set(telling.map(ownerOf))
  const reached = new Set(telling.filter((report) => !isLost(report)).map(ownerOf))
  return isMost(owners.size - reached.size, owners.size)
}

function isLost({ result, problem }: FeedReport): boolean {
  return result === 'failed' && problem !== undefined && unreached.includes(problem.code)
}

function isMost(part: number, all: number): boolean {
  return all > 0 && (part === all || (all >= 5 && part > 0.9 * all))
}
