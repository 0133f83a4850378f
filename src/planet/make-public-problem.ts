import type { FeedProblem, ProblemCode, PublicProblem } from '../model.ts'

/**
 * What the public learns of a failure. A feed must not be able to find out by its redirects which hosts and ports there are
 * beside the planet's machine: what we refuse, what does not answer and what is not known is one and the same.
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
