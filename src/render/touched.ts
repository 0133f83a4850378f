/**
 * What changed since the site was last written: entries' positions and numbers, their feeds, and topics; or everything. With `done`,
 * everything but these files, which are as they should be where they are not touched: a rendering of everything goes on.
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
