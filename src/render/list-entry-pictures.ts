import { listPictures } from '../html/list-pictures.ts'
import { renderLead } from './render-lead.ts'

/** The addresses of the pictures that pages show of an entry, each once. */
export function listEntryPictures(entry: Parameters<typeof renderLead>[0]): string[] {
  return listPictures(`${renderLead(entry)}${entry.contentHtml ?? ''}${entry.summaryHtml ?? ''}`)
}
