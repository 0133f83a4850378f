import { makeRandom } from '../torture/mutate.ts'
import { type Post, renderFeed } from './render-feed.ts'

/** One answer of a blog: what is asked at that time gives `body` (`undefined`: 404), in which these posts stand. */
export type Poll = { at: Date; body: string | undefined; told: string; carries: Told[] }

/** A post, by what never changes of it, and as it was served. */
export type Told = { number: number; post: Post }

type Written = { number: number; name: string; title: string; text: string; date: number; isGone: boolean }

const hour = 3_600_000
const hosts = ['a.example', 'www.a.example', 'new.a.example', 'localhost:1313']
const words =
  'amber anchor autumn bakery barley basket beacon blanket bottle branch bridge butter candle canyon carpet castle cellar cherry circle coffee copper corner cotton desert dinner dragon eagle engine evening feather fence forest garden glacier golden granite hammer harbour harvest hollow honey island jungle kettle kitchen ladder lantern leather lemon library linen magnet marble market meadow mirror morning mountain needle nickel night ocean orange orchard paper parrot pebble pencil pepper pillow planet potato quarry rabbit ribbon river saddle salmon shadow silver soldier spring station summer sunset temple thunder timber tomato tower tunnel valley velvet village violin walnut water whistle willow window winter wizard yellow zebra'.split(
    ' ',
  )

/** The word that says which post a text is of. */
export const markOf = (number: number) => `post${number}x`

/**
 * The life of a blog over some months, by chance: its author writes, corrects, renames, withdraws and brings back; its program, host,
 * folders, ids and clock change, one at a time; and at times its server answers nonsense.
 *
 * @param path the feed's address on the server, "/a"
 */
export function makeRandomLife(seed: number, path: string, polls: number): Poll[] {
  const random = makeRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T
  const say = (count: number) => Array.from({ length: count }, () => pick(words)).join(' ')
  const blog = {
    ...{ scheme: 'https', host: 'a.example', folder: '/blog', slash: '', ids: pick(['link', 'number', 'name']) },
    ...{ window: 8 + below(12), order: 1, zone: 0, markup: 'p', campaign: '', anewAt: 0 },
  }
  const posts: Written[] = []
  let now = Date.UTC(2026, 0, 5, 12)
  const write = (date: number) => {
    const [number, title] = [posts.length + 1, say(3)]
    const text = `${say(pick([8, 60, 90]))} ${markOf(number)}`
    posts.push({ number, title, text, name: `${title.replaceAll(' ', '-')}-${number}`, date, isGone: false })
  }
  for (let day = 12; day > 0; day -= 1) write(now - day * 24 * hour - below(1000) * 60_000)

  const program: Record<string, () => void> = {
    scheme: () => (blog.scheme = blog.scheme === 'http' ? 'https' : 'http'),
    host: () => (blog.host = pick(hosts)),
    folder: () => (blog.folder = pick(['', '/blog', '/posts', '/2026/01'])),
    slash: () => (blog.slash = blog.slash === '' ? '/' : ''),
    ids: () => (blog.ids = pick(['link', 'number', 'name', 'none'])),
    zone: () => (blog.zone = pick([0, -5, 2, 9]) * hour),
    'dates anew': () => (blog.anewAt = now),
    markup: () => (blog.markup = pick(['p', 'div'])),
    campaign: () => (blog.campaign = pick(['', `?utm_source=${now}`])),
    order: () => (blog.order = -blog.order),
  }
  const author: Record<string, (post: Written) => void> = {
    'other words': (post) => (post.text = `${pick(words)} ${post.text}`),
    'another title': (post) => (post.title = `${post.title} ${pick(words)}`),
    'another date': (post) => (post.date -= below(40) * hour),
    'another address': (post) => (post.name = `${say(2).replace(' ', '-')}-${post.number}-${now / hour}`),
    withdrawn: (post) => (post.isGone = true),
  }

  const serve = (post: Written, place: number): Post => {
    const link = `${blog.scheme}://${blog.host}${blog.folder}/${post.name}${blog.slash}${blog.campaign}`
    const id = { link, number: `${post.number}`, name: post.name }[blog.ids]
    const date = post.date < blog.anewAt ? blog.anewAt - place * 60_000 : post.date + blog.zone
    const text = `<${blog.markup}>${post.text}</${blog.markup}>`
    return { link, title: post.title, date: new Date(date).toISOString(), text, ...(id === undefined ? {} : { id }) }
  }

  return Array.from({ length: polls }, (): Poll => {
    now += pick([1, 6, 24, 24, 48]) * hour
    const told: string[] = []
    for (let news = below(3); news > 0; news -= 1) write(now - below(20) * hour)
    const what = random()
    const recent = posts.filter(({ isGone }) => !isGone).slice(-6)
    if (what < 0.35) {
      const [name, change] = pick(Object.entries(program))
      change()
      told.push(name)
    } else if (what < 0.7) {
      const [[name, change], post] = [pick(Object.entries(author)), pick(recent)]
      change(post)
      told.push(`${name}: ${post.number}`)
    } else if (what < 0.75) {
      for (const post of posts) post.isGone = false
      told.push('all are back')
    }
    const served = posts
      .filter(({ isGone }) => !isGone)
      .sort((a, b) => b.date - a.date)
      .slice(0, blog.window)
      .sort((a, b) => blog.order * (b.date - a.date))
      .map((post, place): Told => ({ number: post.number, post: serve(post, place) }))
    const site = `${blog.scheme}://${blog.host}/`
    const whole = renderFeed(path, { title: 'A blog', site, posts: served.map(({ post }) => post) })
    const fault = random() < 0.85 ? undefined : pick(['empty', 'page', 'missing', 'cut'])
    if (fault !== undefined) told.push(fault)
    const body = {
      ...{
        empty: renderFeed(path, { title: 'A blog', site, posts: [] }),
        page: '<!doctype html><p>Soon',
        missing: undefined,
      },
      cut: whole.slice(0, Math.floor(whole.length * (0.4 + random() / 2))),
    }
    const answer = fault === undefined ? whole : body[fault as keyof typeof body]
    const carries = served.filter(
      ({ number }) => answer?.includes(`${markOf(number)}<`) || answer?.includes(`${markOf(number)}&`),
    )
    return { at: new Date(now), body: answer, told: told.join(', '), carries }
  })
}
