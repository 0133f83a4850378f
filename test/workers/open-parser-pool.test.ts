import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { openParserPool, type ParserPool } from '../../src/workers/open-parser-pool.ts'

const here = import.meta.dirname
const misbehaving = pathToFileURL(path.join(here, 'misbehaving-worker.mjs'))
const built = pathToFileURL(path.join(here, '../../dist/workers/read-worker.js'))
const input = (baseUrl: string) => ({ body: new Uint8Array(), contentType: undefined, baseUrl })
let reader: ParserPool

afterEach(() => reader.close())

const faults = [
  { fault: 'hang', code: 'READER_TIMEOUT', message: 'could not be read within 1 s of work' },
  { fault: 'grow', code: 'READER_MEMORY', message: 'reading it took more than 32 MB of memory' },
  {
    fault: 'throw',
    code: 'INTERNAL',
    message: expect.stringMatching(
      /^is more than Planet can cope with \(Error: the reader is broken, in misbehaving-worker\.mjs:\d+\); please report this/,
    ),
  },
  { fault: 'exit', code: 'UNREADABLE', message: 'the reader stopped while reading it' },
]

test.each(faults)('a reader that should $fault costs its own feed only', async ({ fault, code, message }) => {
  reader = openParserPool({ cpuMs: 1000, heapMb: 32, threads: 1 }, misbehaving)
  const results = await Promise.all(['before', fault, 'after'].map((name) => reader.read(input(name))))
  expect(results).toEqual([
    { kind: 'unreadable', problem: { code: 'EMPTY', message: 'before' } },
    { kind: 'unreadable', problem: { code, message } },
    { kind: 'unreadable', problem: { code: 'EMPTY', message: 'after' } },
  ])
})

/** A body that is read in a process of its own. */
const large = (baseUrl: string) => ({ ...input(baseUrl), body: new Uint8Array(2_100_000) })

const faultsApart = [
  { fault: 'hang', code: 'READER_TIMEOUT', message: 'could not be read within 1 s of work' },
  { fault: 'abort', code: 'READER_MEMORY', message: 'reading it took more than 32 MB of memory' },
]

test.each(faultsApart)('K-20 of a large body: a reader that should $fault costs its own feed only', async (row) => {
  reader = openParserPool({ cpuMs: 1000, heapMb: 32 }, misbehaving)
  const results = await Promise.all([large(row.fault), input('beside'), large('after')].map((one) => reader.read(one)))
  expect(results).toEqual([
    { kind: 'unreadable', problem: { code: row.code, message: row.message } },
    { kind: 'unreadable', problem: { code: 'EMPTY', message: 'beside' } },
    { kind: 'unreadable', problem: { code: 'EMPTY', message: 'after' } },
  ])
})

test('the built worker reads a large body as it reads a small one', async () => {
  const body = readFileSync(path.join(here, '../golden/small-planet/feeds/1/atom.example.xml'))
  const padded = Buffer.concat([body, Buffer.alloc(2_100_000, '\n')])
  const read = (bytes: Uint8Array, mostInThread: number) => {
    reader = openParserPool({ mostInThread }, built)
    const version = { body: new Uint8Array(bytes), contentType: undefined, baseUrl: 'https://atom.example/feed' }
    return reader.readVersion({ ...version, stored: [] }).finally(() => reader.close())
  }
  const [inThread, apart] = [await read(padded, 1e9), await read(padded, 2e6)]
  expect(inThread.kind).toBe('read')
  expect(apart).toEqual(inThread)
})

test('where no process can be asked, the feed is unreadable, and those after it are read', async () => {
  reader = openParserPool({}, misbehaving)
  // What cannot be sent, as to a process that could not be made where too many files are open.
  const unsendable = { ...large('first'), stored: [() => undefined] as never[] }
  const results = await Promise.all([reader.readVersion(unsendable), reader.read(large('after'))])
  expect(results).toMatchObject([
    { kind: 'unreadable', problem: { code: 'UNREADABLE' } },
    { kind: 'unreadable', problem: { code: 'EMPTY', message: 'after' } },
  ])
  // Nobody is left waiting for what never comes.
  await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'), 20_000)
})

test('large bodies that wait fill the room as small ones do', async () => {
  reader = openParserPool({ cpuMs: 1000, mostWaiting: 3_000_000 }, misbehaving)
  const said: string[] = []
  const read = (name: string) => reader.read(large(name)).then(() => void said.push(name))
  const all = [read('first'), read('second'), read('third')]
  await reader.room().then(() => void said.push('room'))
  await Promise.all(all)
  expect(said).toEqual(['first', 'room', 'second', 'third'])
})

test('the built worker reads a feed, and its dates are dates', async () => {
  reader = openParserPool({ threads: 1 }, built)
  const body = readFileSync(path.join(here, '../golden/small-planet/feeds/1/atom.example.xml'))
  const result = await reader.read({ body, contentType: undefined, baseUrl: 'https://atom.example/feed' })
  expect(result).toMatchObject({
    kind: 'read',
    feed: { format: 'atom', entries: [{ published: new Date('2020-05-31T20:00:00Z') }, {}, {}] },
  })
})

test('there is room for more as long as little waits to be read, and again when it was', async () => {
  reader = openParserPool({ threads: 1, mostWaiting: 30 }, misbehaving)
  const said: string[] = []
  const read = async (name: string) => {
    await reader.read({ ...input(name), body: new Uint8Array(20) })
    said.push(name)
  }
  const all = [read('wait'), read('second')]
  await reader.room()
  said.push('room')
  all.push(
    read('third'),
    reader.room().then(() => void said.push('room again')),
  )
  await Promise.all(all)
  expect(said).toEqual(['room', 'wait', 'room again', 'second', 'third'])
})

/** Reading lists that take the longer the more of something they have, far beyond what any list may take. */
const lists = [
  { name: 'a list that is read', list: '- https://a.example/feed\n- https://b.example/feed', ends: 'list' },
  { name: 'a page that is none', list: '<html>', ends: 'list' },
  {
    name: 'keys that are merged from keys',
    list: `a0: &a0 {x: 1}\n${Array.from({ length: 9000 }, (_, at) => `a${at + 1}: &a${at + 1} {<<: *a${at}, k${at}: 1}`).join('\n')}\nfeeds: [https://a.example/]`,
    ends: 'unreadable',
  },
]

test.each(lists)('a reading list of others is read where it can be stopped: $name', async ({ list, ends }) => {
  reader = openParserPool({ cpuMs: 1000, threads: 1 }, built)
  expect((await reader.readList(Buffer.from(list))).kind).toBe(ends)
  expect((await reader.readList(Buffer.from('https://a.example/feed'))).kind).toBe('list')
})

test('many feeds at once are all read, each with its own result', async () => {
  reader = openParserPool({ threads: 2 }, misbehaving)
  const names = Array.from({ length: 50 }, (_, index) => `feed ${index}`)
  const results = await Promise.all(names.map((name) => reader.read(input(name))))
  expect(results.map((result) => result.kind === 'unreadable' && result.problem.message)).toEqual(names)
})

test('the time that counts is that of its own work: one that waits for long is read all the same', async () => {
  reader = openParserPool({ cpuMs: 700, threads: 1 }, misbehaving)
  const result = await reader.read(input('wait'))
  expect(result).toEqual({ kind: 'unreadable', problem: { code: 'EMPTY', message: 'wait' } })
})

test('one that neither works nor answers is given up in the end', async () => {
  reader = openParserPool({ cpuMs: 20, threads: 1 }, misbehaving)
  expect(await reader.read(input('sleep'))).toMatchObject({ problem: { code: 'READER_TIMEOUT' } })
})

test('closed while it reads, as when a build fails: nothing of it keeps the process', async () => {
  const pool = pathToFileURL(path.join(here, '../../src/workers/open-parser-pool.ts'))
  const program = `
    import { openParserPool } from ${JSON.stringify(pool.href)}
    const reader = openParserPool({ threads: 1 }, new URL(${JSON.stringify(misbehaving.href)}))
    void reader.read({ body: new Uint8Array(), contentType: undefined, baseUrl: 'sleep' })
    await reader.close()
    console.log('closed')`
  const child = execFile(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { cwd: here })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  expect(await once(child, 'close')).toEqual([0, null])
  expect(said).toBe('closed\n')
})
