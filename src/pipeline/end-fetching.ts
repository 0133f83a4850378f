import type { FeedReport, PictureReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { Edges } from './edges.ts'
import { keepPictures } from './keep-pictures.ts'
import { tellDaily } from './tell-daily.ts'

/** The result of asking feeds and pictures. */
export type Fetched = {
  reports: FeedReport[]
  /** Hardly any server could be reached: our own network is down. */
  outage: boolean
  /** False where the operator was told of the outage within the last day. */
  isOutageNews: boolean
  entriesConformed: number
  /** Absent where none are kept. */
  pictures: PictureReport | undefined
  warnings: string[]
}

/**
 * What is left to do once every feed was asked: in an outage, note whether the operator is to be told; otherwise ask for pictures.
 *
 * @param fetched the reports of the feeds
 */
export async function endFetching(
  fetched: Pick<Fetched, 'reports' | 'outage' | 'entriesConformed'>,
  config: Config,
  { store, pictures, now }: Edges,
  startedAt: Date,
): Promise<Fetched> {
  if (fetched.outage) {
    const isOutageNews = await tellDaily('outage', store, startedAt)
    return { ...fetched, isOutageNews, pictures: undefined, warnings: [] }
  }
  await store.saveTold('outage', undefined)
  const { report, warnings } = await store.alone(() => keepPictures(config, store, pictures, now))
  return { ...fetched, isOutageNews: false, pictures: report, warnings }
}
