import type { z } from 'zod'
import type { Issue } from './explain-issue.ts'

/** For a value that may be written in two ways: the mistakes inside the form that was chosen. */
export function openUnion(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const chosen = issue.errors.find((issues) => issues.every(isInside))
  return chosen?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

function isInside({ path, code }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === 'too_small'
}
