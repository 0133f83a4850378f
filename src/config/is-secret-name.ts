const secret = /^(authorization|cookie)$|(^|[-_])(key|token|secret|password|auth)$/i

/** Whether the value of a header or key of this name is a secret. */
export function isSecretName(name: string): boolean {
  return secret.test(name)
}
