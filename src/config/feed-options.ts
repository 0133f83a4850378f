import { z } from 'zod'
import { checkFeedUrl } from './check-address.ts'
import { checkOutput, outputFormats } from './check-output.ts'
import { checked } from './checked.ts'

/** What is written; at least something. */
export const outputs = z
  .array(checked(`one of ${outputFormats.join(', ')}`, checkOutput), {
    error: 'expected a list, for example [html, atom]',
  })
  .min(1, { error: 'expected at least one output, for example [html, atom]' })

/** A hub's address stays as it is: a slash at its end would make it another. */
export const hub = checked('the address of a hub, for example https://pubsubhubbub.appspot.com/', checkFeedUrl)
