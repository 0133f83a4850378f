import { STATUS_CODES } from 'node:http'
import type { FeedProblem } from '../model.ts'

/** What an answer without a feed means, in words. */
export function explainStatus(status: number, cloudflare: string | undefined): FeedProblem {
  if (cloudflare === 'challenge') {
    return { code: 'BLOCKED', message: `blocked by a Cloudflare challenge (${status}): it takes us for a robot` }
  }
  switch (status) {
    case 410:
      return { code: 'GONE', message: 'says that it is gone for good (410)' }
    case 429:
      return { code: 'RATE_LIMITED', message: 'asks us to come less often (429)' }
    case 204:
    case 205:
      return { code: 'EMPTY', message: `answered with nothing (${status})` }
    default: {
      const name = STATUS_CODES[status]
      return { code: 'HTTP_STATUS', message: `answered ${status}${name === undefined ? '' : ` (${name})`}` }
    }
  }
}
