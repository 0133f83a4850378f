/**
 * A language and the tags that can replace it, the nearest first: `zh-TW` is `zh-TW`, `zh`, `zh-Hant-TW`, `zh-Hant`. Where a language says
 * neither script nor region, tags with its most likely ones are added (Unicode TR 35, likely subtags).
 *
 * @param language BCP 47
 */
export function listNearestLanguages(language: string): string[] {
  const names = [...shorten(language), ...listLikely(language)]
  // "no" means Bokmål to nearly all who write it, and to Nynorsk, Bokmål is nearer than any other language.
  return [...new Set(/^n[on](-|$)/.test(language) ? [...names, 'nb'] : names)]
}

/** "de-Latn-AT", "de-Latn", "de" */
function shorten(language: string): string[] {
  const parts = language.split('-')
  return parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join('-'))
}

function listLikely(tag: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize()
    return [`${language}-${script}-${region}`, `${language}-${script}`, `${language}-${region}`]
  } catch {
    return []
  }
}
