import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createSecureServer } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Authority, between, hasOpenssl, openAuthority } from '../servers/open-authority.ts'
import {
  answerAndEnd,
  answerForEver,
  openScriptedServer,
  redirect,
  respond,
  type ScriptedServer,
  silence,
} from '../servers/open-scripted-server.ts'

let authority: Authority | undefined
const feed = '<feed/>'
const servers = new Map<string, Pick<ScriptedServer, 'port' | 'close'> & Partial<ScriptedServer>>()
let plain: ScriptedServer | undefined
/** What came of each server: "TLS its certificate …", or the body. */
let told: Record<string, string> = {}

beforeAll(async () => {
  if (!hasOpenssl) return console.warn('openssl is not installed: nothing is known about TLS faults')
  authority = openAuthority()
  const { makeCertificate, makeSelfSigned } = authority
  plain = await openScriptedServer(respond(200, {}, feed))
  const certificates = {
    good: makeCertificate('good', 'IP:127.0.0.1', ['-days', '2']),
    expired: makeCertificate('expired', 'IP:127.0.0.1', between('20250101000000Z', '20260301000000Z')),
    'not yet': makeCertificate('not-yet', 'IP:127.0.0.1', between('20900101000000Z', '20910101000000Z')),
    'another host': makeCertificate('other', 'DNS:other.example', ['-days', '2']),
    'signed by itself': makeSelfSigned('IP:127.0.0.1'),
  }
  for (const [name, tls] of Object.entries(certificates)) {
    servers.set(name, await openScriptedServer(respond(200, {}, feed), tls))
  }
  servers.set('downgrade', await openScriptedServer(redirect(301, plain.url()), certificates.good))
  servers.set(
    'old TLS',
    await openScriptedServer(silence, { ...certificates.good, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }),
  )
  servers.set(
    'another way to write a head',
    await openScriptedServer(answerAndEnd(`HTTP/1.1 200 OK\r\nX : a\r\n\r\n${feed}`), certificates.good),
  )
  servers.set(
    'a feed without a length',
    await openScriptedServer(answerAndEnd(`HTTP/1.1 200 OK\r\n\r\n${feed}`), certificates.good),
  )
  servers.set(
    'hints as fast as they are taken',
    await openScriptedServer(answerForEver('', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000)), certificates.good),
  )
  servers.set('HTTP/2 alone', await openHttp2Server(certificates.good))
  const refuse = (socket: Socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  servers.set('http', await openScriptedServer(silence, undefined, refuse))
  servers.set(
    'closes',
    await openScriptedServer(silence, undefined, (socket) => socket.once('data', () => socket.end())),
  )
  servers.set(
    'resets',
    await openScriptedServer(silence, undefined, (socket) => socket.once('data', () => socket.resetAndDestroy())),
  )
  servers.set('silent', await openScriptedServer(silence))
  const urls = [...servers.values()].map(({ port }) => `https://127.0.0.1:${port}/feed`)
  const results = await fetchTrusting(urls)
  told = Object.fromEntries([...servers.keys()].map((name, index) => [name, results[index] ?? '']))
})

afterAll(async () => {
  authority?.close()
  await Promise.all([plain, ...servers.values()].map((server) => server?.close()))
})

test.skipIf(!hasOpenssl).each([
  ['good', feed],
  ['another way to write a head', feed],
  ['a feed without a length', feed],
  ['HTTP/2 alone', feed],
  ['hints as fast as they are taken', 'TOO_LARGE its headers are too large'],
  ['expired', 'TLS its certificate has expired on 2026-03-01'],
  ['not yet', 'TLS its certificate is not valid yet'],
  ['another host', 'TLS its certificate is for another host name'],
  ['signed by itself', 'TLS its certificate is signed by itself'],
  ['downgrade', 'REDIRECT redirects from https to http, which is not followed'],
  ['old TLS', 'TLS no secure connection could be agreed upon'],
  ['http', 'TLS no secure connection could be agreed upon'],
  ['closes', 'TLS broke off while a secure connection was agreed upon'],
  ['resets', 'TLS broke off while a secure connection was agreed upon'],
  ['silent', 'CONNECT did not answer the call'],
])('H-22 H-25 H-26 TLS: %s', (name, expected) => {
  expect(told[name]).toBe(expected)
})

test.skipIf(!hasOpenssl)('H-26 no request is made where the certificate is not right', () => {
  for (const name of ['expired', 'not yet', 'another host', 'signed by itself']) {
    expect(servers.get(name)?.requests).toEqual([])
  }
})

/** In a process of its own: which authorities are trusted is known when Node starts. */
async function fetchTrusting(urls: string[]): Promise<string[]> {
  const program = `
    import { fetchOne, summarize } from './test/fetch/fetch-one.ts'
    const results = await Promise.all(process.argv.slice(1).map((url) => fetchOne(url, { timeout: 1500 })))
    console.log(JSON.stringify(results.map(summarize)))`
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, ...urls]
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority?.file }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
  })
  await once(child, 'close')
  return JSON.parse(output) as string[]
}

async function openHttp2Server(tls: { key: string | Buffer; cert: string | Buffer }) {
  const server = createSecureServer({ ...tls, allowHTTP1: false }, (_, answer) => void answer.end(feed))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
    },
  }
}
