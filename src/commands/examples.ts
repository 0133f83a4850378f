import { wrapText } from '../text/wrap-text.ts'
/** A command line, and what it does. */
export type Example = [line: string, says: string]

/** Examples by command, which come first in its help and the man page. Those of `planet` itself show the whole way from init to a site. */
export const examples = new Map<string, Example[]>(
  Object.entries({
    planet: [
      ['planet init my-planet', 'begin one'],
      ['planet add https://blog.example', 'find the feed of a blog and add it'],
      ['planet build', 'ask the feeds that are due and write public/'],
      ['planet serve', 'look at it'],
    ],
    build: [
      ['planet build', 'ask the feeds that are due and write public/: what cron runs'],
      ['planet build --refresh', 'ask every feed now'],
      ['planet build --force blog-of-bob', 'ask one feed, as if for the first time'],
      ['planet build --offline', 'write the site again from what is stored'],
      ['planet build --dry-run', 'ask and read, but write nothing'],
      ['planet build --restore', 'where there is no disk: begin with the state that stands beside the site'],
    ],
    fetch: [
      ['planet fetch', 'ask the feeds that are due and keep what is new; no page is written'],
      ['planet fetch && planet render', 'what build does, in two steps'],
    ],
    render: [
      ['planet render', 'write the site from what is stored'],
      ['planet render --dry-run', 'only say which files would change'],
    ],
    add: [
      ['planet add https://blog.example', 'find the feed that a page announces'],
      ['planet add https://blog.example/feed.xml', 'add this feed'],
      ['planet add --dry-run https://blog.example', 'only look'],
    ],
    check: [
      ['planet check', 'is all in order? asks every feed'],
      ['planet check --no-network', 'only what stands in files'],
      ['planet check --only-changed origin/main --format github', 'on a pull request: the feeds that it adds'],
    ],
    completion: [
      ['source <(planet completion bash)', 'in ~/.bashrc'],
      ['planet completion zsh > "${fpath[1]}/_planet"', 'for zsh'],
      ['planet completion fish > ~/.config/fish/completions/planet.fish', 'for fish'],
    ],
    export: [
      ['planet export > feeds.opml', 'the list of feeds, for a feed reader'],
      ['planet export --format urls', 'one address a line'],
      ['planet export --entries > entries.jsonl', 'every stored entry, a line of JSON each'],
      ['planet export --entries --text > all.jsonl', 'with their texts: all that is stored of them'],
    ],
    import: [
      ['planet import config.ini', 'a planet of Venus or planetplanet moves here'],
      ['planet import config.ini --cache cache', 'with the entries that it remembers'],
      ['planet import custom/config.yml custom/people.opml', 'one of moonmoon'],
      ['planet import feeds.opml --title "Planet Example" --url https://planet.example', 'the list of a feed reader'],
      ['planet import blogs.csv', 'a table, or a list in Markdown, YAML or JSON'],
      ['planet import --dry-run urls.txt', 'only look'],
    ],
    init: [
      ['planet init my-planet', 'asks what it is called, and where it will be'],
      [
        'planet init --title "Planet Example" --url https://planet.example --cron',
        'asks nothing, and writes a line for crontab',
      ],
      ['planet init --systemd', 'in a planet: the service and the timer alone'],
    ],
    inspect: [
      ['planet inspect https://blog.example/feed.xml', 'what a feed says, and what is wrong with it'],
      ['planet inspect --json feed.xml', 'the same of a file, for a program'],
    ],
    moved: [
      ['planet moved', 'which feeds have another address now'],
      ['planet moved --apply', 'write the new ones into feeds.yaml'],
    ],
    purge: [
      ['planet purge https://bob.example/private --reason "asked by the author"', 'take a post down for ever'],
      ['planet purge --dry-run https://bob.example/private', 'only say what would go'],
      ['planet purge --undo https://bob.example/private', 'let it come back'],
    ],
    remove: [
      ['planet remove "Blog of Bob"', 'ask it no more; its entries stay'],
      ['planet remove --purge blog-of-bob', 'and delete what it wrote'],
    ],
    retry: [['planet retry blog-of-bob', 'forget that it failed: the next build asks it']],
    schema: [['planet schema > .planet/feeds.schema.json', 'for the first line of feeds.yaml']],
    serve: [
      ['planet serve', 'look at the site on http://127.0.0.1:8080'],
      ['planet serve --watch', 'and see each change of the theme at once'],
    ],
    state: [['planet state copy .planet /var/lib/planet', 'to another folder; one that was cut off goes on']],
    status: [
      ['planet status', 'all feeds, the worst first'],
      ['planet status --failing', 'only those that have a problem'],
      ['planet status blog-of-bob', 'all that is known of one'],
    ],
    why: [['planet why https://bob.example/post', 'where an entry is, or why it is not shown']],
  } satisfies Record<string, Example[]>),
)

/**
 * Examples, one below the other, with explanations in a column at the right; where a command leaves no room, its explanation goes below it.
 */
export function renderExamples(list: Example[], columns: number): string {
  // A column of explanations needs half of a narrow terminal.
  const width = Math.min(Math.floor(columns / 2), Math.max(...list.map(([line]) => line.length)))
  const indent = ' '.repeat(width + 4)
  return list
    .flatMap(([line, says]) =>
      line.length > width
        ? [`  ${line}`, ...wrapText(says, columns, indent)]
        : wrapText(says, columns, `  ${line.padEnd(width)}  `, indent),
    )
    .map((line) => `${line}\n`)
    .join('')
}
