import type { Element } from '../xml/element.ts'

/** What an item of RSS 1.0 is about; its first drafts had no prefix there. */
export function aboutOf({ attributes }: Element): string | undefined {
  return (attributes['rdf:about'] ?? attributes.about)?.trim() || undefined
}
