import { z } from 'zod'
import type { EntryRules, RuleField } from '../model.ts'
import { parsePattern } from '../text/parse-pattern.ts'
import { checked } from './checked.ts'

export const ruleFields: RuleField[] = ['title', 'content', 'author', 'category', 'link', 'language']

const about: Record<RuleField, string> = {
  title: 'Texts of which one stands in the title.',
  content: 'Texts of which one stands in the text.',
  author: 'Texts of which one stands in the name of an author.',
  category: 'Texts of which one stands in a category.',
  link: 'Texts of which one stands in the link.',
  language: 'Languages: `de` is `de-AT`, too.',
}

/**
 * A plain text matches where it is contained, case ignored; `/…/flags` is an expression, which is compiled later, once the whole file is
 * known.
 */
const pattern = () =>
  checked('a text, for example sponsored, or an expression, for example "/sponsor(ed)?/i"', (given) => {
    const read = parsePattern(given)
    return 'problem' in read ? read : { value: given }
  })

const texts = (field: RuleField) =>
  z
    .array(pattern(), { error: 'expected a list of texts, for example [sponsored]' })
    .min(1, { error: 'expected at least one text, for example [sponsored]' })
    .optional()
    .meta({ description: about[field], examples: [field === 'language' ? '[de]' : '[sponsored, "/^ad:/i"]'] })

const fields = Object.fromEntries(ruleFields.map((field) => [field, texts(field)])) as Record<
  RuleField,
  ReturnType<typeof texts>
>

/** `include:` and `exclude:`. */
export const rules = () =>
  z
    .looseObject(fields, { error: 'expected fields and texts, for example "title: [sponsored]"' })
    .transform((given, context): EntryRules => {
      const known = Object.entries(given).filter(([key]) => isRuleField(key))
      const unknown = Object.keys(given).filter((key) => !isRuleField(key) && !key.startsWith('x-'))
      for (const key of unknown) {
        const message = `rules know no "${key}"; known here: ${ruleFields.join(', ')}`
        context.addIssue({ code: 'custom', message, path: [key] })
      }
      if (known.length + unknown.length === 0) {
        context.addIssue({ code: 'custom', message: `expected at least one of ${ruleFields.join(', ')}` })
      }
      return Object.fromEntries(known) as EntryRules
    })

function isRuleField(key: string): key is RuleField {
  return ruleFields.some((field) => field === key)
}
