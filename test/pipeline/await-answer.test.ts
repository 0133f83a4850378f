import { expect, test } from 'vitest'
import type { Answer } from '../../src/pipeline/answer.ts'
import { awaitAnswer } from '../../src/pipeline/await-answer.ts'
import type { Store } from '../../src/store/store.ts'

const answer = { kind: 'paused' } as Answer

test('while an answer takes long, what was stored before is written to disk', async () => {
  let come: (answer: Answer) => void = () => undefined
  const pending = new Promise<Answer>((resolve) => {
    come = resolve
  })
  const land = async () => come(answer)
  expect(await awaitAnswer(pending, { land } as Partial<Store> as Store)).toBe(answer)
})
