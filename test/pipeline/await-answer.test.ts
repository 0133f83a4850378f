import { expect, test } from 'vitest'
import type { Answer } from '../../src/pipeline/answer.ts'
import { awaitAnswer } from '../../src/pipeline/await-answer.ts'
import type { Edges } from '../../src/pipeline/edges.ts'

test('an answer that has come is passed on once no request waits to begin', async () => {
  const steps: string[] = []
  const answer = { kind: 'paused' } as Answer
  const store = { land: async () => void steps.push('land') }
  const fetcher = { calm: async () => void steps.push('calm') }
  expect(await awaitAnswer(Promise.resolve(answer), { store, fetcher } as unknown as Edges)).toBe(answer)
  expect(steps).toEqual(['calm'])
})

test('while an answer takes long, what was stored before is written to disk', async () => {
  const steps: string[] = []
  const answer = { kind: 'paused' } as Answer
  const fetcher = { calm: async () => void steps.push('calm') }
  let come: (answer: Answer) => void = () => undefined
  const pending = new Promise<Answer>((resolve) => {
    come = resolve
  })
  const land = async () => {
    steps.push('land')
    come(answer)
  }
  expect(await awaitAnswer(pending, { store: { land }, fetcher } as unknown as Edges)).toBe(answer)
  expect(steps).toEqual(['land', 'calm'])
})
