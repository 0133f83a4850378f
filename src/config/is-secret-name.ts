const secret = /^(authorization|cookie)$|(^|[-_])(key|token|secret|password|auth)$/i

/** Whether what has this name, a header or a key, is for nobody who reads along. */
export function isSecretName(name: string): boolean {
  return secret.test(name)
}
