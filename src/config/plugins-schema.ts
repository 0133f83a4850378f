import { z } from 'zod'
import { checked } from './checked.ts'
import { parsePluginPath } from './parse-address.ts'

const either = 'expected the file of a module, or "command: [python3, plugins/titles.py]"'
const words = 'expected a program and its arguments, for example [python3, plugins/titles.py]'

const pluginMap = z.looseObject(
  {
    file: checked('a module, for example plugins/shorten-titles.js', parsePluginPath)
      .optional()
      .meta({
        description: 'A module of JavaScript: its path from the planet’s root. The file alone says the same.',
        examples: ['plugins/shorten-titles.js'],
      }),
    command: z
      .array(z.string({ error: words }).min(1, { error: words }), { error: words })
      .min(1, { error: words })
      .optional()
      .meta({
        description: 'A program and its arguments; it runs in the planet’s root.',
        examples: ['[python3, plugins/titles.py]'],
      }),
  },
  { error: either },
)

/** One item of `plugins:`. A module may be given by its file alone. */
export const plugin = z
  .preprocess((value) => (typeof value === 'string' ? { file: value } : value), pluginMap)
  .check(({ value, issues }) => {
    if ((value.file === undefined) === (value.command === undefined)) {
      issues.push({ code: 'custom', message: either, input: value })
    }
  })
