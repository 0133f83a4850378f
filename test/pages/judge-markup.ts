import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'

/** Rules of html-validate's recommended set that are matters of style, and why each is none of ours. */
const matters: ConfigData['rules'] = {
  // The sanitiser writes what is HTML and XML at once: open="" and <br />.
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'void-style': 'off',
  // <!doctype html> is as good in lower case (HTML, section 13.1.1).
  'doctype-style': 'off',
  // Blanks at the end of a line are in the texts of authors, who may mean them in a <pre>.
  'no-trailing-whitespace': 'off',
  // Titles of pages hold titles of blogs and of planets: nobody is asked to be brief.
  'long-title': 'off',
  // Telephone numbers stand in the texts of authors.
  'tel-non-breaking': 'off',
  // HTML takes any id without blanks (section 3.2.6); "relaxed" is that rule.
  'valid-id': ['error', { relaxed: true }],
  // An advice: the box in which a wide table scrolls is no section of the text.
  'prefer-native-element': ['error', { exclude: ['region'] }],
  // An advice: a list may have a name (ARIA 1.2, role list), and some of ours need one.
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
  // An <input> without a type is one for text.
  'no-implicit-input-type': 'off',
  // An advice, not a rule: rows without <tbody> get one from the parser.
  'prefer-tbody': 'off',
}

const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'], rules: matters }),
)

/** What is invalid in an HTML page, each fault once: "element-permitted-content: <tr> element is not permitted …". */
export function judgeMarkup(html: string): string[] {
  const { results } = validator.validateStringSync(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}
