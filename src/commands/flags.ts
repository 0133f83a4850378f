/** What every command understands. Paths count from the current folder. */
export type CommonFlags = {
  config?: string
  output?: string
  state?: string
  json?: boolean
  quiet?: boolean
  verbose?: boolean
  /** False with --no-color. */
  color: boolean
}

export type FetchFlags = CommonFlags & {
  refresh?: boolean
  force?: string
  accept?: string
  dryRun?: boolean
  strict?: boolean
  /** Where a published state is; true: beside the site. */
  restore?: string | true
}

export type RenderFlags = CommonFlags & Pick<FetchFlags, 'dryRun' | 'restore'> & { adopt?: boolean }

export type BuildFlags = FetchFlags & RenderFlags & { offline?: boolean }

export type StateFlags = Pick<CommonFlags, 'json' | 'quiet' | 'verbose'>

export type PurgeFlags = CommonFlags & { reason?: string; undo?: boolean; dryRun?: boolean }

export type StatusFlags = CommonFlags & { failing?: boolean; inactive?: boolean }

export type InspectFlags = CommonFlags & { baseUrl?: string }

export type ExportFlags = CommonFlags & { entries?: boolean; text?: boolean; format?: string }

export type ImportFlags = CommonFlags & {
  title?: string
  url?: string
  cache?: string
  dryRun?: boolean
  strict?: boolean
}

export type AddFlags = CommonFlags & { dryRun?: boolean }

export type RemoveFlags = CommonFlags & { keep?: boolean; purge?: boolean; dryRun?: boolean }

export type InitFlags = {
  title?: string
  url?: string
  cron?: boolean
  systemd?: boolean
  github?: boolean
  gitlab?: boolean
  docker?: boolean
}

export type PreviewFlags = CommonFlags & { port?: string; watch?: boolean; fetch?: boolean }

export type CompletionFlags = Pick<CommonFlags, 'config'> & { feeds?: boolean }

export type CheckFlags = CommonFlags & {
  /** False with --no-network. */
  network: boolean
  /** A revision of git; true where none is named. */
  onlyChanged?: string | true
  format?: string
}

export type MovedFlags = CommonFlags & { apply?: boolean }
