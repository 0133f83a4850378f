import { z } from 'zod'
import { checkOutput, checkOutputName, outputFormats } from './check-output.ts'
import { checked } from './checked.ts'

const format = () => checked(`one of ${outputFormats.join(', ')}`, checkOutput)
const expected = 'expected a list, for example [html, atom]'
const nothing = 'expected at least one output, for example [html, atom]'

const named = z
  .record(z.string(), format())
  .refine((value) => Object.keys(value).length > 0, { error: nothing })
  .check(({ value, issues }) => {
    for (const [name, output] of Object.entries(value)) {
      const message = checkOutputName(name, output)
      if (message !== undefined) issues.push({ code: 'custom', message, input: value, path: [name] })
    }
  })

/** `outputs:`, the files to write: formats, or file names with the format of each. */
export const outputs = z.union([z.array(format()).min(1, { error: nothing }), named], { error: expected })
