import type { Planet } from '../../model.ts'

/** /archive/ links to months or years: without their pages there is nothing to link to. */
export function hasArchivePage({ archive }: Planet): boolean {
  return archive.pages.length > 1
}
