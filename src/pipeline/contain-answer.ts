import type { FeedReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import { isMachineFailure } from '../store/state-error.ts'
import type { Store } from '../store/store.ts'
import type { Answer, FailedAnswer } from './answer.ts'
import { makeInternalFailure } from './make-internal-failure.ts'
import { type Keeping, storeAnswer } from './store-answer.ts'
import { storeFailure } from './store-failure.ts'

/** The report of a feed; `failed` is stored later, once it is known whether failures count (not in an outage). */
type Kept = { report: FeedReport; failed: FailedAnswer | undefined }

/**
 * Store what one feed answered. An exception on the way is that feed's problem and does not end the build.
 *
 * @throws where the machine is to blame: a full disk stops every feed
 */
export async function containAnswer(answer: Answer, config: Config, store: Store, keeping: Keeping): Promise<Kept> {
  try {
    const failed = answer.kind === 'failed' ? answer : undefined
    return { report: await storeAnswer(answer, config, store, keeping), failed }
  } catch (error) {
    if (isMachineFailure(error)) throw error
    const failed = { ...makeInternalFailure(answer.feed, error), milliseconds: answer.milliseconds }
    return { report: await storeAnswer(failed, config, store, keeping), failed }
  }
}

/** Store that a feed failed, with the same care. @param report from `containAnswer` @returns the report with its notices */
export async function containFailure(
  failed: FailedAnswer,
  report: FeedReport,
  config: Config,
  store: Store,
  now: Date,
): Promise<FeedReport> {
  try {
    return await storeFailure(failed, report, config, store, now)
  } catch (error) {
    if (isMachineFailure(error)) throw error
    const { problem } = makeInternalFailure(failed.feed, error)
    return { ...report, problem, notices: [{ code: 'INTERNAL', message: problem.message }] }
  }
}
