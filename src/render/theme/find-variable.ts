/** A template's text, and the file that it was read from. */
export type TemplateSource = { text: string; file: string }

/**
 * Where a template, or one that it uses, speaks of a variable: the first such place, as "theme/day.njk, line 12".
 *
 * @param sources by the name under which other templates extend, import or include them
 */
export function findVariable(variable: string, name: string, sources: Map<string, TemplateSource>): string | undefined {
  const spoken = new RegExp(`(?<![\\w$])${variable.replace(/[^\w]/g, '\\$&')}(?![\\w$])`)
  for (const { text, file } of listUsed(name, sources)) {
    for (const { 0: tag, index } of text.matchAll(/\{[{%][\s\S]*?[%}]\}/g)) {
      // What stands in quotes is no variable; blanks in its place keep count.
      const code = tag.replace(/'[^'\n]*'|"[^"\n]*"/g, (quoted) => ' '.repeat(quoted.length))
      const found = spoken.exec(code)
      if (found === null) continue
      const line = text.slice(0, index + found.index).split('\n').length
      return `${file}, line ${line}`
    }
  }
  return undefined
}

/** A template and all that it extends, imports and includes. */
function listUsed(name: string, sources: Map<string, TemplateSource>): Set<TemplateSource> {
  const used = new Set<TemplateSource>()
  const names = [name]
  for (const next of names) {
    const source = sources.get(next)
    if (source === undefined || used.has(source)) continue
    used.add(source)
    for (const [, other = ''] of source.text.matchAll(/(?:extends|from|import|include)\s+["']([^"']+)["']/g)) {
      names.push(other)
    }
  }
  return used
}
