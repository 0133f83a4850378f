import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What a server shows to those who come by TLS. */
type Certificate = { key: Buffer; cert: Buffer }

/** Who signs certificates; Node trusts it where NODE_EXTRA_CA_CERTS names `file` when it starts. */
export type Authority = {
  file: string
  /**
   * @param subject "IP:127.0.0.1"
   * @param validity words of openssl: `-days 2`, or the two dates of `between`
   */
  makeCertificate(name: string, subject: string, validity: string[]): Certificate
  /** One that it did not sign. */
  makeSelfSigned(subject: string): Certificate
  close(): void
}

export const hasOpenssl = canRun('openssl', ['version'])

/** Valid between two instants: `between('20190101000000Z', '20190418000000Z')`. */
export function between(from: string, until: string): string[] {
  return ['-startdate', from, '-enddate', until]
}

export function openAuthority(): Authority {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-tls-'))
  const openssl = (...args: string[]) => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const readPair = (name: string) => ({
    key: readFileSync(path.join(folder, `${name}.key`)),
    cert: readFileSync(path.join(folder, `${name}.pem`)),
  })
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
  return {
    file: path.join(folder, 'ca.pem'),
    makeCertificate(name, subject, validity) {
      const request = ['-out', `${name}.csr`, '-subj', `/CN=${name}`, '-addext', `subjectAltName=${subject}`]
      openssl('req', ...key, '-keyout', `${name}.key`, ...request)
      openssl('ca', '-batch', '-config', 'ca.conf', '-in', `${name}.csr`, '-out', `${name}.pem`, '-notext', ...validity)
      return readPair(name)
    },
    makeSelfSigned(subject) {
      const rest = ['-days', '2', '-subj', '/CN=self', '-addext', `subjectAltName=${subject}`]
      openssl('req', '-x509', ...key, '-keyout', 'self.key', '-out', 'self.pem', ...rest)
      return readPair('self')
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function canRun(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
