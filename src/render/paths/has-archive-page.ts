import type { Planet } from '../../model.ts'

/** /archive/ leads to months or years: without their pages there is nothing to lead to. */
export function hasArchivePage({ archive }: Planet): boolean {
  return archive.pages.length > 1
}
