import { getSystemErrorMap } from 'node:util'
import { ConfigError } from '../config/config-error.ts'
import { BusyError, LostError, type Standing, StateError, UnfinishedError } from '../store/state-error.ts'
import { findOwn } from '../text/find-own.ts'
import { exitCodes } from './exit-codes.ts'
import { UsageError } from './usage-error.ts'

/**
 * Say in words what ended a command, and with which exit code. What feeds do never comes here.
 *
 * @param verbose with the stack of an error that nobody foresaw
 * @param builds whether the command was to build a site
 */
export function explainError(error: unknown, verbose: boolean, builds = true): { message: string; exitCode: number } {
  if (error instanceof UnfinishedError) {
    const { message, exitCode } = explainError(error.cause, verbose, builds)
    return { message: message.replace(asItWas, standing[error.stands]), exitCode }
  }
  if (error instanceof ConfigError) {
    const message = builds ? error.message : error.message.replace(/; nothing built$/, '')
    return { message, exitCode: exitCodes.usage }
  }
  if (error instanceof UsageError) return { message: `planet: ${error.message}`, exitCode: exitCodes.usage }
  if (error instanceof BusyError || error instanceof LostError)
    return { message: `planet: ${error.message}`, exitCode: exitCodes.tryLater }
  const message =
    error instanceof StateError ? error.message : (explainSystemError(error, builds) ?? describe(error, verbose))
  return { message: `planet: ${message}`, exitCode: exitCodes.failed }
}

/** The clause about the site where nothing was written to it. */
const asItWas = 'the site is as it was'

const standing: Record<Standing, string> = {
  old: `${asItWas}, but for pages that this build had made already`,
  none: 'the site is not whole, and has no front page yet',
  new: 'the new site stands, whole',
}

const verbs: Record<string, string> = {
  open: 'open',
  mkdir: 'make the folder',
  write: 'write',
  rename: 'write',
  unlink: 'delete',
  read: 'read',
  scandir: 'read the folder',
}

/** "cannot write public/index.html: no space left on device; the site is as it was" */
function explainSystemError(error: unknown, builds: boolean): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, syscall, path, errno } = error as NodeJS.ErrnoException
  if (code === undefined || errno === undefined) return undefined
  const reason = getSystemErrorMap().get(errno)?.[1] ?? code
  const what = `${findOwn(verbs, syscall ?? '') ?? syscall ?? 'go on'}${path === undefined ? '' : ` ${path}`}`
  const advice = code === 'ENOSPC' || code === 'EDQUOT' ? '; free some space, and build again' : ''
  return `cannot ${what}: ${reason}${builds ? `; ${asItWas}${advice}` : ''}`
}

function describe(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error)
  return verbose && error.stack !== undefined ? error.stack : error.message
}
