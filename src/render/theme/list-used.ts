/** A template's text, and the file that it was read from. */
export type TemplateSource = { text: string; file: string }

/** A template and all that it extends, imports and includes. */
export function listUsed(name: string, sources: Map<string, TemplateSource>): Set<TemplateSource> {
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
