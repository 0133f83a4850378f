/** What went wrong with one feed, for a person and for a program; each code has a row in docs/problems.md. */
export type FeedProblem = {
  code: ProblemCode
  /** One plain sentence without the feed's name: "answered 503", "certificate expired 2026-03-01". */
  message: string
}

export type ProblemCode =
  // No connection: these, and only these, count towards "our own network is down".
  | 'DNS'
  | 'CONNECT'
  | 'TLS'
  // The server answered, or fell silent.
  | 'TIMEOUT'
  | 'RESET'
  | 'PROTOCOL'
  | 'HTTP_STATUS'
  | 'GONE'
  | 'RATE_LIMITED'
  | 'BLOCKED'
  // What we refuse.
  | 'BAD_URL'
  | 'PRIVATE_ADDRESS'
  | 'REDIRECT'
  | 'TOO_LARGE'
  | 'ENCODING'
  // The answer is no feed that can be read.
  | 'EMPTY'
  | 'HTML'
  | 'NOT_A_FEED'
  | 'UNREADABLE'
  | 'READER_TIMEOUT'
  | 'READER_MEMORY'
  // The feed can be read, but seems to be somebody else's.
  | 'QUARANTINED'
  // A mistake of ours that the feed brought to light.
  | 'INTERNAL'
