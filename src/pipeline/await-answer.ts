import type { Store } from '../store/store.ts'
import type { Answer } from './answer.ts'

/** Milliseconds. */
const longWait = 250

/** The next answer. Where it is long in coming, what was stored lands meanwhile: a crash is not to lose it. */
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
