import type { z } from 'zod'
import type { IncludedList } from '../model.ts'
import { outputFiles } from './check-output.ts'
import { makeSource } from './make-source.ts'
import type { Config, PluginConfig, schema } from './schema.ts'

type Read = z.output<typeof schema>
type Renamed =
  | 'fetch'
  | 'alerts'
  | 'defaults'
  | 'archive'
  | 'feeds'
  | 'show'
  | 'outputs'
  | 'aliases'
  | 'include'
  | 'plugins'
  | 'images'
  | 'pictures'
type Kept = Omit<Config, 'file' | 'root' | 'notes' | Renamed>

/** feeds.yaml as the program knows it: keys in its own spelling, each with its unit. */
export function makeConfig({
  fetch,
  alerts,
  defaults,
  archive,
  feeds,
  outputs,
  include,
  plugins,
  images,
  show: { blog_full, feed_title, ...show },
  ...rest
}: Read): Omit<Config, 'file' | 'root' | 'notes'> {
  return {
    // What may be absent is there, as `undefined`.
    ...(rest as Kept),
    show: { ...show, blogFull: blog_full, feedTitle: feed_title },
    ...makeOutputs(outputs),
    fetch: {
      everyMs: fetch.every,
      timeoutMs: fetch.timeout,
      parallel: fetch.parallel,
      hostParallel: fetch.host_parallel,
      hostDelayMs: fetch.host_delay,
      maxBytes: fetch.max_size,
      allowPrivate: fetch.allow_private,
    },
    alerts: { afterMs: alerts.after, repeatMs: alerts.repeat },
    defaults: {
      dates: defaults.dates,
      takeover: defaults.takeover,
      first: defaults.first,
      perDay: defaults.per_day,
      maxAgeMs: defaults.max_age,
      maxNew: defaults.max_new,
      maxTextBytes: defaults.max_text,
      inactiveAfterMs: defaults.inactive_after,
      content: defaults.content,
      maxEntries: defaults.max_entries,
      authorForce: defaults.author_force,
      face: defaults.face,
      include: defaults.include,
      exclude: defaults.exclude,
    },
    archive: {
      keepMs: archive.keep,
      pages: archive.pages,
      tags: archive.tags,
      authors: archive.authors,
      stats: archive.stats,
      tagMin: archive.tag_min,
      languages: archive.languages,
      links: archive.links,
    },
    images: images.mode,
    pictures: { maxTotalBytes: images.max_total, sizes: images.sizes },
    feeds: feeds.map(makeSource),
    include: include.map(makeList),
    plugins: plugins.flatMap(({ file, command }): PluginConfig[] =>
      file !== undefined ? [{ file }] : command !== undefined ? [{ command }] : [],
    ),
  }
}

/** Each format is written under its own file name, and under every further name that it is given. */
function makeOutputs(outputs: Read['outputs']): Pick<Config, 'outputs' | 'aliases'> {
  if (Array.isArray(outputs)) return { outputs, aliases: [] }
  const named = Object.entries(outputs)
  return {
    outputs: [...new Set(named.map(([, format]) => format))],
    aliases: named.flatMap(([path, format]) => (path === outputFiles[format] ? [] : { path, format })),
  }
}

function makeList({ url, tags, limit, every, defaults }: Read['include'][number]): IncludedList {
  const { url: _url, ...shared } = makeSource({ url, ...defaults })
  return {
    url,
    limit,
    ...(tags === undefined ? {} : { tags }),
    ...(every === undefined ? {} : { everyMs: every }),
    ...(defaults === undefined ? {} : { defaults: shared }),
  }
}
