/** True for languages written from right to left, and for any language in such a script. */
export function readsFromRight(language: string): boolean {
  if (/-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)\b/i.test(language)) return true
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(?!-Latn)(-|$)/i.test(language)
}
