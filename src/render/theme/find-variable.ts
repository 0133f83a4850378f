import { listUsed, type TemplateSource } from './list-used.ts'

/**
 * The first place where a template, or one that it uses, names a variable, as "theme/day.njk, line 12".
 *
 * @param sources templates by the name under which others extend, import or include them
 */
export function findVariable(variable: string, name: string, sources: Map<string, TemplateSource>): string | undefined {
  const spoken = new RegExp(`(?<![\\w$])${variable.replace(/[^\w]/g, '\\$&')}(?![\\w$])`)
  for (const { text, file } of listUsed(name, sources)) {
    for (const { 0: tag, index } of text.matchAll(/\{[{%][\s\S]*?[%}]\}/g)) {
      // Quoted text is no variable; blanks in its place keep offsets the same.
      const code = tag.replace(/'[^'\n]*'|"[^"\n]*"/g, (quoted) => ' '.repeat(quoted.length))
      const found = spoken.exec(code)
      if (found === null) continue
      const line = text.slice(0, index + found.index).split('\n').length
      return `${file}, line ${line}`
    }
  }
  return undefined
}
