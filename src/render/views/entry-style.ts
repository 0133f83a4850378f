import type { ShowOptions } from '../../model.ts'

/** How entries stand on a page. */
export type EntryStyle = {
  level: number
  namesBlog: boolean
  /** `start`: the entry's first words; `part`: the beginning of a text that is too long for its page. */
  content: ShowOptions['content'] | 'start' | 'part'
  /** Where the rest of a shortened entry is: on the page of its day; for that page itself, at the blog. */
  rest: 'day' | 'blog'
  /** Words after which an entry ends with "Read on". */
  fold?: number | undefined
  /**
   * Where another entry of the page has the same title, or neither has one: the entry's number, from 1, among those whose blogs have the
   * same name.
   */
  namesake?: number | undefined
}
