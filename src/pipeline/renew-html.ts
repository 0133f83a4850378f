import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { Store } from '../store/store.ts'

/**
 * After an upgrade that sanitises otherwise: make the stored HTML safe by the new rules. Feeds are not asked again for
 * this, and most entries have left theirs.
 */
export async function renewHtml(store: Store): Promise<void> {
  const oldest = await store.oldestSanitiser()
  if (oldest === undefined || oldest >= sanitiserVersion) return
  // Most builds need no sanitiser in this thread, and it is slow to load.
  const { renewEntry } = await import('./renew-entry.ts')
  await store.renewTexts(sanitiserVersion, renewEntry)
}
