/**
 * What changed since the site was last written: entries' positions and numbers, their feeds, and topics; or everything. With `done`, an
 * interrupted rendering of everything goes on: all files except those in `done`, which are up to date unless touched.
 */
export type Touched =
  | {
      positions: Date[]
      numbers: number[]
      feeds: string[]
      topics?: string[] | 'all' | undefined
      done?: ReadonlySet<string>
    }
  | 'all'
