import type { Store } from '../store/store.ts'
import type { Answer } from './answer.ts'

/** Milliseconds. */
const longWait = 250

/** The next answer. Where it takes long, what was stored so far is written to disk meanwhile, so that a crash does not lose it. */
export async function awaitAnswer(pending: Promise<Answer>, store: Store): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, longWait, undefined)
  })
  const answer = await Promise.race([pending, isLate])
  clearTimeout(timer)
  if (answer !== undefined) return answer
  await store.land()
  return pending
}
