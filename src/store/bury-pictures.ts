import type { Statements } from './database.ts'
import { pictureStatements as statements } from './picture-statements.ts'

/** Forget pictures that no entry shows any more; their files are deleted later. */
export async function buryPictures(tx: Statements, pictures: string[]): Promise<void> {
  const rows = pictures.map((picture) => [picture])
  await tx.batch(statements.bury, rows)
  await tx.batch(statements.drop, rows)
}
