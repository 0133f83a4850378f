import type { OutputFormat } from '../model.ts'

/** What a planet can be written as, in the order in which we speak of it. */
export const outputFormats: readonly OutputFormat[] = ['html', 'atom', 'rss', 'json', 'opml', 'foaf', 'rss10']

/** A format by its name, in whatever case. */
export function checkOutput(text: string): { value: OutputFormat } | undefined {
  const format = outputFormats.find((name) => name === text.toLowerCase())
  return format === undefined ? undefined : { value: format }
}
