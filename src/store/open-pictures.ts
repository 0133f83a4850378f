import type { KnownPicture } from '../model.ts'
import { buryPictures } from './bury-pictures.ts'
import type { Database, Statements } from './database.ts'
import { indexPictures } from './index-pictures.ts'
import { makePictureKey } from './make-picture-key.ts'
import { openPictureFiles } from './open-picture-files.ts'
import { pictureStatements as statements } from './picture-statements.ts'
import type { PictureOutcome, PictureStore, WantedFace } from './picture-store.ts'
import { latestInstant, takeDuePictures } from './take-due-pictures.ts'
import { touchPictures } from './touch-pictures.ts'
import { trimPictures } from './trim-pictures.ts'

type PictureRow = {
  picture: string
  width: number
  height: number
  hash: string | null
  widths: string | null
  moves: number
}
type FaceRow = PictureRow & { kind: 'face' | 'icon'; address: string; state: string; url: string }

/** The part of the store for pictures. @param folder of the state */
export function openPictures(database: Database, folder: string): PictureStore {
  return {
    files: openPictureFiles(folder),
    index: (mode, list) => indexPictures(database, mode, list),
    wantFaces: (faces) => wantFaces(database, faces),
    due: (now, since, maxTotalBytes, limit) => takeDuePictures(database, { now, since, maxTotalBytes, limit }),
    async save(outcomes) {
      if (outcomes.length === 0) return
      await database.transaction(async (tx) => {
        for (const outcome of outcomes) await saveOutcome(tx, outcome)
        const came = outcomes.filter(({ kind }) => kind === 'kept' || kind === 'measured')
        const keys = came.map(({ key }) => key)
        await touchPictures(tx, keys)
      })
    },
    trim: (maxTotalBytes) => trimPictures(database, maxTotalBytes),
    async find(addresses) {
      const keys = new Map(addresses.map((address) => [makePictureKey('entry', '', address), address]))
      const rows = await database.all<PictureRow>(statements.find, [...keys.keys()])
      return new Map(rows.map((row) => [keys.get(row.picture) ?? '', readKnown(row)]))
    },
    async faces() {
      const rows = await database.all<FaceRow>(statements.faces)
      return rows.map(({ url, kind, address, state, ...row }) => ({
        feed: url,
        kind,
        address,
        picture: readKnown(row),
        state: state === 'kept' || state === 'waiting' ? state : 'failed',
      }))
    },
    lose: (hashes, nextTry) =>
      database.transaction((tx) =>
        tx.batch(
          statements.lose,
          hashes.map((hash) => [+nextTry, hash]),
        ),
      ),
    async gone() {
      const rows = await database.all<{ hash: string; widths: string }>(statements.gone)
      return rows.map(({ hash, widths }) => ({ hash, widths: JSON.parse(widths) as number[] }))
    },
    forgetGone: () => database.transaction(async (tx) => void (await tx.run(statements.forgetGone))),
  }
}

function readKnown({ width, height, hash, widths, moves }: PictureRow): KnownPicture {
  const made = widths === null ? [] : (JSON.parse(widths) as number[])
  return { width, height, hash: hash ?? undefined, widths: made, moves: moves === 1 }
}

async function wantFaces(database: Database, faces: WantedFace[]): Promise<void> {
  const had = new Set((await database.all<PictureRow>(statements.faces)).map(({ picture }) => picture))
  const wanted = new Map(faces.map((face) => [makePictureKey(face.kind, face.feed, face.address), face]))
  const goes = [...had].filter((key) => !wanted.has(key))
  const comes = [...wanted].filter(([key]) => !had.has(key))
  if (goes.length + comes.length === 0) return
  await database.transaction(async (tx) => {
    const feeds = await tx.all<{ feed_id: number; url: string }>(statements.feedIds)
    const ids = new Map(feeds.map(({ feed_id, url }) => [url, feed_id]))
    await touchPictures(tx, goes)
    await buryPictures(tx, goes)
    for (const [key, { kind, feed, address }] of comes) {
      const id = ids.get(feed)
      if (id !== undefined) await tx.run(statements.add, key, kind, address, id, latestInstant)
    }
  })
}

async function saveOutcome(tx: Statements, outcome: PictureOutcome): Promise<void> {
  const { key, kind } = outcome
  if (kind === 'kept') {
    const { width, height, hash, widths, moves, bytes } = outcome
    await tx.run(statements.keep, width, height, hash, JSON.stringify(widths), moves ? 1 : 0, bytes, key)
    await tx.run(statements.revive, hash)
  } else if (kind === 'measured') {
    await tx.run(statements.measure, outcome.width, outcome.height, key)
  } else if (kind === 'waiting') {
    await tx.run(statements.wait, +outcome.nextTry, key)
  } else {
    const { nextTry, problem } = outcome
    const [state, at] = nextTry === undefined ? ['failed', null] : ['waiting', +nextTry]
    await tx.run(statements.fail, state, at, problem.slice(0, 300), key)
  }
}
