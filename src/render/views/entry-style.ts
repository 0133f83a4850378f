import type { ShowOptions } from '../../model.ts'

/** How entries stand on a page. */
export type EntryStyle = {
  level: number
  namesBlog: boolean
  /** `start`: its first words; `part`: what stands for a text that is too long for its page. */
  content: ShowOptions['content'] | 'start' | 'part'
  /** Where the rest of a part is: on the page of its day; on that page, at the blog. */
  rest: 'day' | 'blog'
  /** Words after which an entry ends with "Read on". */
  fold?: number | undefined
  /** Where another entry of the page has the same title, or none either: which it is of those of blogs of one name, from 1. */
  namesake?: number | undefined
}
