import { z } from 'zod'
import { checked, count, duration, map, size } from './checked.ts'
import { parseHostPort } from './parse-address.ts'

/** `fetch:`, how feeds are asked. */
export const fetchOptions = z.looseObject(
  {
    every: duration('15m', '30d', '1h')
      .prefault('1h')
      .meta({
        description: 'A feed is asked no more often than this; its server may ask for longer.',
        examples: ['2h'],
      }),
    timeout: duration('1ms', '1h', '30s')
      .prefault('30s')
      .meta({ description: 'Longest time for one feed, redirects and body included.', examples: ['1m'] }),
    parallel: count(1)
      .default(32)
      .meta({ description: 'Feeds asked at once.', examples: [8] }),
    host_parallel: count(1)
      .default(1)
      .meta({ description: 'Of them, at one host.', examples: [2] }),
    host_delay: duration('0s', '1h', '1s')
      .optional()
      .meta({
        description:
          'Least time between an answer of a host and the next request to it (with `host_parallel`, between the starts of two); 1s, or 0.2s where a host has over 50 feeds.',
        examples: ['2s'],
      }),
    max_size: size()
      .prefault('10MB')
      .meta({ description: 'Largest feed, after decompression.', examples: ['20MB'] }),
    allow_private: z
      .array(checked('a host and port, for example intranet.example:8080', parseHostPort), {
        error: 'expected a list, for example [intranet.example:8080]',
      })
      .default([])
      .meta({
        description:
          'Hosts in private networks that may be asked for the feeds that are there; no redirect leads there.',
        examples: ['[intranet.example:8080]'],
      }),
  },
  map('timeout: 30s'),
)
