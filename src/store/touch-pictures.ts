import type { Statements } from './database.ts'
import { openTouch } from './open-touch.ts'
import { pictureStatements as statements } from './picture-statements.ts'

/** Mark the entries and feeds that show these pictures as changed, so that their pages are made again. */
export async function touchPictures(tx: Statements, pictures: string[]): Promise<void> {
  if (pictures.length === 0) return
  const entries = await tx.all<{ entry_id: number }>(statements.entriesOf, pictures)
  const feeds = await tx.all<{ feed_id: number }>(statements.feedsOf, pictures)
  const touching = openTouch(tx)
  await touching.entries(entries.map(({ entry_id }) => entry_id))
  for (const { feed_id } of feeds) await touching.feed(feed_id)
}
