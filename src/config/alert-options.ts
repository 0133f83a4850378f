import { z } from 'zod'
import { duration, map } from './checked.ts'

/** `alerts:`, when to speak of a feed that fails. */
export const alertOptions = z.looseObject(
  {
    after: duration('1h', '1y', '1d')
      .prefault('1d')
      .meta({ description: 'A feed that has failed this long is worth a line on stderr.', examples: ['12h'] }),
    repeat: z
      .array(duration('1h', '10y', '7d'), { error: 'expected a list of durations, for example [7d, 30d]' })
      .prefault(['7d', '30d'])
      .meta({ description: 'And again when it has failed this long.', examples: ['[7d]'] }),
  },
  map('after: 1d'),
)
