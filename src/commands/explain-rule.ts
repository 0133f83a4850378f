import { listWrittenFeeds } from '../config/list-written-feeds.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import type { Config } from '../config/schema.ts'
import { showFile } from '../config/show-file.ts'
import { openJudges } from '../filter/open-judges.ts'
import type { FeedSource, HidingRule, ParsedEntry } from '../model.ts'

/** Which rule of feeds.yaml hides an entry, as a clause with its place; `undefined` where no rule hides it any more. */
export async function explainRule(
  entry: ParsedEntry,
  source: FeedSource,
  { defaults, file }: Config,
): Promise<string | undefined> {
  const judge = await openJudges(defaults)(source)
  const rule = judge?.judge(entry)
  if (rule === undefined) return undefined
  const line = await findLine(rule, source.url, file)
  const place = line === undefined ? '' : ` (${showFile(file)}:${line})`
  return rule.list === 'exclude'
    ? `its ${rule.field} matches “${rule.text}”, which ${nameList(rule)}.${rule.field} takes out${place}`
    : `nothing that ${nameList(rule)} asks for is in it${place}`
}

function nameList({ of, list }: HidingRule): string {
  return of === 'defaults' ? `defaults.${list}` : list
}

/** @returns `undefined` where the feed is not written in this file */
async function findLine(rule: HidingRule, url: string, file: string): Promise<number | undefined> {
  const yaml = parseYaml((await openConfigEdit(file)).text)
  const feed = listWrittenFeeds(yaml).find((one) => one.url !== undefined && makeFeedKey(one.url) === makeFeedKey(url))
  if (rule.of === 'feeds' && feed === undefined) return undefined
  const section = rule.of === 'defaults' ? ['defaults'] : ['feeds', feed?.index ?? 0]
  return rule.list === 'exclude'
    ? yaml.placeOf([...section, rule.list, rule.field, rule.index]).line
    : yaml.placeOfKey([...section, rule.list]).line
}
