import type { ShowOptions } from '../../model.ts'

/** How entries stand on a page. */
export type EntryStyle = {
  level: number
  namesBlog: boolean
  content: ShowOptions['content']
  /** Words after which an entry ends with "Read on". */
  fold?: number | undefined
}
