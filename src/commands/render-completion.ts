import type { Command } from 'commander'

export type Shell = 'bash' | 'zsh' | 'fish'

export const shells: Shell[] = ['bash', 'zsh', 'fish']

/** What a shell needs to know of a command. */
type Words = {
  name: string
  says: string
  flags: { flag: string; says: string; takesFeed: boolean }[]
  /** Its argument is a feed, or may be one. */
  takesFeed: boolean
}

/**
 * A script that completes commands, flags, and the names of feeds, which it gets from `planet completion --feeds`. Where it has no
 * completions, the shell completes file names.
 */
export function renderCompletion(program: Command, shell: Shell): string {
  const commands = program.commands.map(describe)
  if (shell === 'bash') return renderBash(commands)
  return shell === 'zsh' ? renderZsh(commands) : renderFish(commands)
}

function describe(command: Command): Words {
  const flags = command.options.flatMap(({ long, description, flags }) =>
    long ? [{ flag: long, says: description, takesFeed: flags.includes('<feed>') }] : [],
  )
  const takesFeed = command.registeredArguments.some((argument) => /feed/.test(argument.name()))
  return { name: command.name(), says: command.description(), flags, takesFeed }
}

const names = (list: Words[]) => list.map(({ name }) => name)
const feedFlags = (list: Words[]) => [
  ...new Set(list.flatMap(({ flags }) => flags.filter(({ takesFeed }) => takesFeed).map(({ flag }) => flag))),
]

function renderBash(commands: Words[]): string {
  const cases = commands.map(({ name, flags, takesFeed }) => {
    const list = flags.map(({ flag }) => flag).join(' ')
    return `    ${name}) words="${list}"; feeds=${takesFeed ? 1 : 0} ;;`
  })
  return `# Completion of planet for bash:  source <(planet completion bash)
_planet() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" feeds=0 word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) command="$word"; break ;; esac
  done
  case "$command" in
    "") words="${[...names(commands), 'help'].join(' ')}" ;;
    help) words="${names(commands).join(' ')}" ;;
    completion) words="${shells.join(' ')}" ;;
${cases.filter((line) => !line.includes(' completion)')).join('\n')}
  esac
  case "$previous" in ${feedFlags(commands).join('|')}) words=""; feeds=1 ;; esac
  if [ "$feeds" = 1 ] && [ "\${current#-}" = "$current" ]; then
    words="$words $("\${COMP_WORDS[0]}" completion --feeds 2>/dev/null)"
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _planet planet
`
}

function renderZsh(commands: Words[]): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&')}'`
  const cases = commands.map(({ name, flags, takesFeed }) => {
    const options = flags.map(
      (flag) =>
        quote(flag.flag).slice(0, -1) +
        `[${flag.says.replaceAll("'", "'\\''").replace(/[[\]]/g, '\\$&')}]${flag.takesFeed ? ':feed:_planet_feeds' : ''}'`,
    )
    const argument = takesFeed
      ? `'*:feed:_planet_feeds'`
      : name === 'completion'
        ? `'*:shell:(${shells.join(' ')})'`
        : `'*:file:_files'`
    return `    ${name}) _arguments ${[...options, argument].join(' ')} ;;`
  })
  return `#compdef planet
# Completion of planet for zsh:  planet completion zsh > "\${fpath[1]}/_planet"
_planet_feeds() {
  local -a feeds
  feeds=("\${(@f)$(planet completion --feeds 2>/dev/null)}")
  compadd -a feeds
}
_planet() {
  local -a commands
  commands=(${commands.map(({ name, says }) => `'${name}:${says.replaceAll("'", "'\\''").replaceAll(':', '\\:')}'`).join(' ')})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
    help) _describe command commands ;;
${cases.join('\n')}
  esac
}
_planet "$@"
`
}

function renderFish(commands: Words[]): string {
  const quote = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`
  const feeds = `-f -a '(planet completion --feeds 2>/dev/null)'`
  const lines = commands.flatMap(({ name, says, flags, takesFeed }) => [
    `complete -c planet -n __fish_use_subcommand -f -a ${name} -d ${quote(says)}`,
    ...flags.map(
      (flag) =>
        `complete -c planet -n '__fish_seen_subcommand_from ${name}' -l ${flag.flag.slice(2)}${flag.takesFeed ? ` -x ${feeds.slice(3)}` : ''} -d ${quote(flag.says)}`,
    ),
    ...(takesFeed ? [`complete -c planet -n '__fish_seen_subcommand_from ${name}' ${feeds}`] : []),
  ])
  return `# Completion of planet for fish:  planet completion fish > ~/.config/fish/completions/planet.fish
${lines.join('\n')}
complete -c planet -n '__fish_seen_subcommand_from completion' -f -a '${shells.join(' ')}'
complete -c planet -n '__fish_seen_subcommand_from help' -f -a '${names(commands).join(' ')}'
`
}
