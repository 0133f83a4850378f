/** What commander says of words too many, in words that help: a file that no flag names, or a name with blanks and no quotes around it. */
export function explainExcess(text: string): string {
  return text.replace(
    /too many arguments for '(\w+)'\. Expected (\d+) arguments? but got (\d+)\./,
    (_, name: string, most: string, got: string) => {
      if (most !== '0')
        return `${name} takes ${most} ${most === '1' ? 'word' : 'words'}, not ${got}; put quotes around a name with blanks`
      if (name === 'schema') return `${name} takes no words`
      const one = name === 'build' || name === 'fetch' ? ', --force FEED asks one feed' : ''
      return `${name} takes flags and no words: --config FILE names feeds.yaml${one}`
    },
  )
}
