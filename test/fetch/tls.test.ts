import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answerAndEnd,
  openScriptedServer,
  redirect,
  respond,
  type ScriptedServer,
  silence,
} from '../servers/open-scripted-server.ts'

const hasOpenssl = canRun('openssl', ['version'])
const folder = mkdtempSync(path.join(tmpdir(), 'planet-tls-'))
const feed = '<feed/>'
const servers = new Map<string, Pick<ScriptedServer, 'port' | 'close'> & Partial<ScriptedServer>>()
let plain: ScriptedServer | undefined
/** What came of each server: "TLS its certificate …", or the body. */
let told: Record<string, string> = {}

beforeAll(async () => {
  if (!hasOpenssl) return console.warn('openssl is not installed: nothing is known about TLS faults')
  makeAuthority()
  plain = await openScriptedServer(respond(200, {}, feed))
  const certificates = {
    good: makeCertificate('good', 'IP:127.0.0.1', ['-days', '2']),
    expired: makeCertificate('expired', 'IP:127.0.0.1', dates('20250101000000Z', '20260301000000Z')),
    'not yet': makeCertificate('not-yet', 'IP:127.0.0.1', dates('20900101000000Z', '20910101000000Z')),
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
  rmSync(folder, { recursive: true, force: true })
  await Promise.all([plain, ...servers.values()].map((server) => server?.close()))
})

test.skipIf(!hasOpenssl).each([
  ['good', feed],
  ['another way to write a head', feed],
  ['HTTP/2 alone', feed],
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
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem') }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
  })
  await once(child, 'close')
  return JSON.parse(output) as string[]
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
}

function makeAuthority(): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test Authority')
  writeFileSync(path.join(folder, 'index.txt'), '')
  writeFileSync(
    path.join(folder, 'ca.conf'),
    [
      ...['[ca]', 'default_ca = test', '[test]', 'database = index.txt', 'rand_serial = yes', 'new_certs_dir = .'],
      ...['certificate = ca.pem', 'private_key = ca.key', 'default_md = sha256', 'policy = any', 'unique_subject = no'],
      ...['copy_extensions = copy', '[any]', 'commonName = supplied'],
    ].join('\n'),
  )
}

function makeCertificate(name: string, subject: string, validity: string[]): { key: Buffer; cert: Buffer } {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`]
  openssl('req', ...key, '-out', `${name}.csr`, '-subj', `/CN=${name}`, '-addext', `subjectAltName=${subject}`)
  openssl('ca', '-batch', '-config', 'ca.conf', '-in', `${name}.csr`, '-out', `${name}.pem`, '-notext', ...validity)
  return readPair(name)
}

function makeSelfSigned(subject: string): { key: Buffer; cert: Buffer } {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'self.key']
  openssl(
    'req',
    '-x509',
    ...key,
    '-out',
    'self.pem',
    '-days',
    '2',
    '-subj',
    '/CN=self',
    '-addext',
    `subjectAltName=${subject}`,
  )
  return readPair('self')
}

function readPair(name: string): { key: Buffer; cert: Buffer } {
  return { key: readFileSync(path.join(folder, `${name}.key`)), cert: readFileSync(path.join(folder, `${name}.pem`)) }
}

function dates(from: string, until: string): string[] {
  return ['-startdate', from, '-enddate', until]
}

function canRun(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
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
