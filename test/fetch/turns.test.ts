import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import { testOptions } from './fetch-one.ts'

const hosts = 8

test('requests begin one in each turn of the loop, as many as may be under way', async () => {
  const waiting: ServerResponse[] = []
  const server = createServer((_request, answer) => {
    if (waiting.push(answer) === hosts) server.emit('all')
  })
  const all = once(server, 'all')
  await new Promise<void>((ready) => server.listen(0, '0.0.0.0', ready))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo

  let [turn, isOver] = [0, false]
  const count = (async () => {
    for (; !isOver; turn += 1) await setImmediate()
  })()
  /** The turns in which it is asked whether a host may be: when its feed comes, and when it begins. */
  const turns: number[] = []
  const now = () => {
    turns.push(turn)
    return new Date()
  }
  const sources = Array.from({ length: hosts }, (_, host) => ({ url: `http://127.0.0.${host + 1}:${port}/` }))
  const limits = { ...testOptions, parallel: hosts, sources, now }
  const fetcher = openFetcher(limits)
  const asked = sources.map((source) => fetcher.fetch(source, undefined))
  await all
  const begun = turns.slice(hosts, 2 * hosts)
  expect(begun).toHaveLength(hosts)
  expect(new Set(begun).size).toBe(hosts)

  for (const answer of waiting) answer.end('<rss/>')
  const results = await Promise.all(asked)
  expect(results.map(({ kind }) => kind)).toEqual(sources.map(() => 'fetched'))
  isOver = true
  await count
  await fetcher.close()
})

test('what is not urgent waits until every request has begun that may, or for so many turns; without requests, it does not wait', async () => {
  const server = createServer((_request, answer) => void answer.end('<rss/>'))
  await new Promise<void>((ready) => server.listen(0, '0.0.0.0', ready))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const sources = Array.from({ length: hosts }, (_, host) => ({ url: `http://127.0.0.${host + 1}:${port}/` }))
  /** Feeds that came, and those that began: it is asked of each whether its host may be asked. */
  let asked = 0
  const now = () => {
    asked += 1
    return new Date()
  }
  const fetcher = openFetcher({ ...testOptions, parallel: hosts, sources, now })
  let hasTurned = false
  const turned = setImmediate().then(() => {
    hasTurned = true
  })
  await fetcher.calm()
  expect(hasTurned).toBe(false)
  await turned

  const results = Promise.all(sources.map((source) => fetcher.fetch(source, undefined)))
  // The code that asks is loaded first.
  while (asked < hosts) await setImmediate()
  await fetcher.calm(2)
  expect(asked).toBeLessThan(2 * hosts)
  await fetcher.calm()
  expect(asked).toBeGreaterThanOrEqual(2 * hosts)
  await results
  await fetcher.close()
})
