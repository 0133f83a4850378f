/** A rule of politeness, by its number in the titles of the tests that hold it. */
export type Rule = { id: string; rule: string }

/** What a publisher may rely on. docs/politeness.md shows this list; `npm run etiquette` says which hold. */
export const rules: Rule[] = [
  { id: 'H-01', rule: 'A first visit is one GET of the feed: no conditions, no HEAD, no icon, nothing else.' },
  { id: 'H-02', rule: '`Last-Modified` comes back as `If-Modified-Since`, byte for byte, never a date of our own.' },
  { id: 'H-03', rule: '`ETag` comes back as `If-None-Match`, byte for byte, quotes and all.' },
  { id: 'H-04', rule: 'Both come from the last answer, also from a 304.' },
  {
    id: 'H-05',
    rule: 'They are kept only when the feed was read and stored; half an answer is asked for again in full.',
  },
  { id: 'H-06', rule: 'They go to the address that sent them, and to no other.' },
  {
    id: 'H-07',
    rule: 'No request lacks them when they are known, but for one feed that the operator names (`--force`), and the first after an upgrade that reads feeds otherwise.',
  },
  { id: 'H-08', rule: 'No cookies, no referrer, no parameters added, no headers of a browser.' },
  { id: 'H-09', rule: 'The User-Agent names Planet, its version, and the planet’s own address.' },
  { id: 'H-10', rule: 'Compressed answers are asked for.' },
  { id: 'H-11', rule: 'A feed is asked once an hour at most, or as seldom as the operator says.' },
  { id: 'H-12', rule: '`Cache-Control: max-age` and `Expires` are kept to, up to a day.' },
  { id: 'H-13', rule: '`ttl` and `sy:updatePeriod` are kept to where they ask for longer, up to a day.' },
  { id: 'H-14', rule: '`skipHours` and `skipDays` are kept to.' },
  { id: 'H-15', rule: 'A 304 is as good as an answer.' },
  { id: 'H-16', rule: '`Retry-After` is kept to, up to a week; a 429 silences us for the whole host.' },
  {
    id: 'H-17',
    rule: 'A 429 that does not say how long: four hours, doubling to a day. Nothing is asked twice in a run.',
  },
  { id: 'H-19', rule: 'A permanent redirect within the domain is remembered; the old address is left alone.' },
  {
    id: 'H-20',
    rule: 'Any other redirect is followed this once; five at most, in no circle, never from https to http.',
  },
  { id: 'H-21', rule: 'After a 410 the feed is not asked again.' },
  {
    id: 'H-22',
    rule: 'A feed that fails is asked after two hours, then after about as long as it has failed, down to daily; after thirty days, weekly.',
  },
  {
    id: 'H-23',
    rule: 'One connection to a host at a time, and a second from the end of an answer to the next request (0.2 s where it has over 50 feeds).',
  },
  { id: 'H-24', rule: 'Nobody is held longer than the limits: 10 s to connect, 30 s in all, 10 MB, five redirects.' },
  { id: 'H-25', rule: 'When our own network is down, nobody is blamed.' },
  { id: 'H-26', rule: 'Certificates are checked; there is no switch against it.' },
  { id: 'H-27', rule: 'A feed cannot lead us into private networks: the address is checked when it is dialled.' },
  { id: 'H-29', rule: 'An ETag that its server does not know again is not sent for ever.' },
  { id: 'H-30', rule: 'Our own feeds are rewritten only when they changed, so that their readers get a 304.' },
  { id: 'H-32', rule: '`A-IM: feed` is not sent: half a feed must never be taken for a whole one.' },
  { id: 'H-34', rule: 'IPv6 and IPv4 are both tried; the proxy of the environment is used.' },
  { id: 'H-35', rule: 'Commands that ask a single feed keep to the same rules.' },
]
