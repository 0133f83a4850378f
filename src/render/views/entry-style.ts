import type { ShowOptions } from '../../model.ts'

/** How entries stand on a page. */
export type EntryStyle = {
  level: number
  namesBlog: boolean
  /** `start`: its first words. */
  content: ShowOptions['content'] | 'start'
  /** Words after which an entry ends with "Read on". */
  fold?: number | undefined
}
