import { escapeControl } from '../text/escape-control.ts'
import { renderExcerpt } from './render-excerpt.ts'

/** One mistake in feeds.yaml, with its place: lines and columns count from 1. */
export type ConfigProblem = {
  line: number
  column: number
  /** Columns that the caret run marks. */
  width: number
  message: string
}

/**
 * The configuration cannot be used. The message is the whole answer to the operator: every mistake with its place (`feeds.yaml:2:1`), its
 * line, a caret, and what was expected.
 */
export class ConfigError extends Error {
  override name = 'ConfigError'

  /**
   * @param file as the operator would write it
   * @param text the file's text; `undefined` where there is none
   */
  constructor(
    file: string,
    text: string | undefined,
    readonly problems: ConfigProblem[],
  ) {
    const lines = text?.split(/\r\n|\r|\n/) ?? []
    const parts = problems.map(({ line, column, width, message }) => {
      const excerpt = renderExcerpt(lines[line - 1] ?? '', line, column, width)
      return `${file}:${line}:${column}: ${escapeControl(message)}${excerpt}`
    })
    const count = problems.length === 1 ? '1 error' : `${problems.length} errors`
    super(text === undefined ? `planet: ${problems[0]?.message}` : [...parts, `${count}; nothing built`].join('\n'))
  }
}
