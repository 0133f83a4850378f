import type { Element } from '../xml/element.ts'

/** The `rdf:about` of an item of RSS 1.0; the first drafts wrote it without prefix. */
export function aboutOf({ attributes }: Element): string | undefined {
  return (attributes['rdf:about'] ?? attributes.about)?.trim() || undefined
}
