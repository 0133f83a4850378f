import type { Answer } from './answer.ts'
import type { Edges } from './edges.ts'

/** Milliseconds. */
const longWait = 250

/**
 * The next answer. Where it takes long, what was stored so far is written to disk meanwhile, so that a crash does not lose it. Requests that
 * wait to begin go first: their answers take their time, and storing is done meanwhile.
 */
export async function awaitAnswer(
  pending: Promise<Answer>,
  { store, fetcher }: Pick<Edges, 'store' | 'fetcher'>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, longWait, undefined)
  })
  let answer = await Promise.race([pending, isLate])
  clearTimeout(timer)
  if (answer === undefined) {
    await store.land()
    answer = await pending
  }
  await fetcher.calm()
  return answer
}
