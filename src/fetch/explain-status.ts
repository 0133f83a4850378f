import { STATUS_CODES } from 'node:http'
import type { FeedProblem } from '../model.ts'

/**
 * What an answer without a feed means, in words.
 *
 * @param cloudflare the header cf-mitigated
 * @param isForGood every redirect that led here, if any, was permanent: a 410 is then the feed's own end
 */
export function explainStatus(status: number, cloudflare: string | undefined, isForGood = true): FeedProblem {
  if (cloudflare === 'challenge') {
    return { code: 'BLOCKED', message: `blocked by a Cloudflare challenge (${status}): it takes us for a robot` }
  }
  const name = STATUS_CODES[status]
  const plain: FeedProblem = {
    code: 'HTTP_STATUS',
    message: `answered ${status}${name === undefined ? '' : ` (${name})`}`,
  }
  switch (status) {
    case 401:
      return { ...plain, message: `${plain.message}: it wants a password or a key, which headers: of the feed can say` }
    case 410:
      return isForGood ? { code: 'GONE', message: 'says that it is gone for good (410)' } : plain
    case 429:
      return { code: 'RATE_LIMITED', message: 'asks us to come less often (429)' }
    case 204:
    case 205:
      return { code: 'EMPTY', message: `answered with nothing (${status})` }
    default:
      return plain
  }
}
