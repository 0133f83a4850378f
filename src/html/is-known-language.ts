/** Languages and regions by their codes, as CLDR has them. */
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Whether a tag of BCP 47 is of a language that there is, as far as it can be told: HTML allows no other. */
export function isKnownLanguage(tag: string): boolean {
  const [language = '', ...parts] = tag.split('-')
  const region = parts.find((part) => /^[A-Z]{2}$/.test(part))
  // A language of three letters may be too rare for the list.
  if (language.length < 3 && languages.of(language) === undefined) return false
  return region === undefined || regions.of(region) !== undefined
}
