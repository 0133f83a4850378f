import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'

/** A program that answers each line with a line. */
export type Command = {
  /** Send a line, and wait for the answer before sending another. Never rejects. */
  ask(line: string): Promise<{ line: string } | { problem: string }>
  close(): void
}

/** Letters of a line: enough for an entry whose texts are all as long as they may be. */
const longestLine = 8_000_000

/**
 * Run a program, without a shell, and talk to it in lines. A program that is silent for too long, or ends, is started again with the next
 * line.
 *
 * @param words the program and its arguments
 * @param folder in which the program runs
 * @param waitMs longest time for one line
 * @param onOutput told what the program prints to standard error, verbatim
 */
export function openCommand(
  [program = '', ...words]: string[],
  folder: string,
  waitMs: number,
  onOutput: (text: string) => void,
): Command {
  let running: ChildProcessWithoutNullStreams | undefined

  function start(): ChildProcessWithoutNullStreams {
    const child = spawn(program, words, { cwd: folder, stdio: 'pipe' })
    child.stdout.setEncoding('utf8')
    child.stderr.setEncoding('utf8').on('data', onOutput)
    // Writing to a program that has ended fails: its end is reported already.
    child.stdin.on('error', () => undefined)
    return child
  }

  return {
    ask(line) {
      const child = running ?? start()
      running = child
      return new Promise((done) => {
        let printed = ''
        const end = (result: { line: string } | { problem: string }) => {
          clearTimeout(timer)
          child.stdout.off('data', onData)
          child.off('error', onError).off('close', onClose)
          if ('problem' in result) {
            running = undefined
            child.on('error', () => undefined)
            child.kill('SIGKILL')
          }
          done(result)
        }
        const timer = setTimeout(() => end({ problem: `printed no line within ${waitMs / 1000} s` }), waitMs)
        const onData = (part: string) => {
          printed += part
          const at = printed.indexOf('\n')
          if (at >= 0) end({ line: printed.slice(0, at).trim() || 'null' })
          else if (printed.length > longestLine) end({ problem: 'printed a line that is too long' })
        }
        const onError = (error: NodeJS.ErrnoException) =>
          end({ problem: error.code === 'ENOENT' ? `there is no program ${program}` : `cannot be run (${error.code})` })
        const onClose = (code: number | null, signal: string | null) =>
          end({ problem: `ended (${code === null ? signal : `exit code ${code}`})` })
        child.stdout.on('data', onData)
        child.on('error', onError).on('close', onClose)
        child.stdin.write(`${line}\n`)
      })
    },
    close() {
      running?.stdin.end()
      running?.kill('SIGKILL')
    },
  }
}
