import type { Fetcher } from '../fetch/open-fetcher.ts'
import type { StoredFeed } from '../store/store.ts'

/** Leave hosts alone that asked for it in an earlier build: all their feeds, not only the one that was told so (H-16). */
export function leaveHostsAlone(feeds: StoredFeed[], fetcher: Fetcher, force: string | undefined): void {
  for (const { source, state } of feeds) {
    if (source.url === force) continue
    const { waiting, moved } = state
    if (waiting?.isHost) fetcher.leaveAlone(moved?.isAdopted ? moved.to : source.url, waiting.until)
  }
}
