import type { FeedProblem, ProblemCode, PublicProblem } from '../model.ts'

/**
 * What the public learns of a failure. The owner of a feed must not be able to find out, by redirects, which hosts and ports there are in
 * the planet's network: an address that we refuse, that does not answer or that does not exist gives the same problem.
 */
export function makePublicProblem({ code }: FeedProblem): PublicProblem {
  return publicProblems[code]
}

const publicProblems: Record<ProblemCode, PublicProblem> = {
  DNS: 'UNREACHABLE',
  CONNECT: 'UNREACHABLE',
  TLS: 'UNREACHABLE',
  TIMEOUT: 'UNREACHABLE',
  RESET: 'UNREACHABLE',
  PROTOCOL: 'UNREACHABLE',
  BAD_URL: 'UNREACHABLE',
  PRIVATE_ADDRESS: 'UNREACHABLE',
  REDIRECT: 'UNREACHABLE',
  HTTP_STATUS: 'SERVER_ERROR',
  GONE: 'SERVER_ERROR',
  RATE_LIMITED: 'SERVER_ERROR',
  BLOCKED: 'SERVER_ERROR',
  TOO_LARGE: 'NO_FEED',
  ENCODING: 'NO_FEED',
  EMPTY: 'NO_FEED',
  HTML: 'NO_FEED',
  NOT_A_FEED: 'NO_FEED',
  UNREADABLE: 'NO_FEED',
  READER_TIMEOUT: 'NO_FEED',
  READER_MEMORY: 'NO_FEED',
  QUARANTINED: 'NO_FEED',
  INTERNAL: 'NO_FEED',
}
