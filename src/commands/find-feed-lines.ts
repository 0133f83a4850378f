import { makeFeedKey } from '../config/make-feed-key.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseYaml } from '../config/parse-yaml.ts'

/** Where each feed stands in feeds.yaml. */
export async function findFeedLines(file: string): Promise<(url: string) => number> {
  const yaml = parseYaml((await openConfigEdit(file)).text)
  const list = yaml.valueAt(['feeds'])
  const lines = (Array.isArray(list) ? list : []).map((item: unknown, index) => {
    const written = typeof item === 'string' ? item : (item as { url?: unknown } | null)?.url
    const { line } = yaml.placeOf(typeof item === 'string' ? ['feeds', index] : ['feeds', index, 'url'])
    return [typeof written === 'string' && URL.canParse(written) ? makeFeedKey(written) : '', line] as const
  })
  const byKey = new Map(lines)
  return (url) => byKey.get(makeFeedKey(url)) ?? 1
}
