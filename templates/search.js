// The search of /search/: Pagefind in the browser, an index for each year. Nothing is asked of another server.
const form = document.querySelector('form.search')
const status = document.querySelector('.found')
const list = document.querySelector('.results')
const more = document.querySelector('.more')
const otherwise = document.querySelector('.otherwise')
const fields = form.elements
const here = new URL('.', location.href)
const atOnce = 10
let pagefind
let shown = []
let turn = 0

// As the index has it: a sign of a script without blanks is a word.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u
const segment = (text) => text.replace(new RegExp(unspaced, 'gu'), ' $& ').replace(/ {2,}/g, ' ').trim()
const join = (text) => text.replace(new RegExp(`(?<=${unspaced.source}(?:</?mark>)*) | (?=(?:</?mark>)*${unspaced.source})`, 'gu'), '')

function makeTerm(text) {
  const quoted = /^["“„«](.+)["”“»]$/.exec(text)?.[1]
  const words = segment(quoted ?? text)
  // Signs that stand together are looked for together.
  return quoted !== undefined || (!/\s/.test(text) && words.includes(' ')) ? `"${words}"` : words
}

async function open() {
  const { years } = await (await fetch(new URL('index.json', here))).json()
  const [newest, ...others] = years.map(({ year }) => new URL(`${year}/`, here).pathname)
  const loaded = await import(`${newest}pagefind.js`)
  await loaded.options({ basePath: newest, baseUrl: '/', excerptLength: 30 })
  await Promise.all(others.map((path) => loaded.mergeIndex(path, { baseUrl: '/' })))
  const filters = await loaded.filters()
  for (const name of ['blog', 'tag', 'year']) {
    const values = Object.keys(filters[name] ?? {}).sort((a, b) => a.localeCompare(b))
    fields[name].append(...(name === 'year' ? values.reverse() : values).map((value) => new Option(value, value)))
    fields[name].closest('label').hidden = values.length === 0
  }
  return loaded
}

// Texts of others: never as HTML.
function write(element, text) {
  for (const part of text.split(/(<mark>.*?<\/mark>)/)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1]
    const words = (marked ?? part).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
    if (marked === undefined) element.append(words)
    else element.append(Object.assign(document.createElement('mark'), { textContent: words }))
  }
}

function makeItem({ raw_url, meta, excerpt }) {
  const item = document.createElement('li')
  const heading = document.createElement('h2')
  const link = Object.assign(document.createElement('a'), { textContent: meta.title || meta.blog })
  link.href = new URL(raw_url.replace(/^\//, ''), new URL(form.dataset.site, location.href))
  heading.append(link)
  const where = Object.assign(document.createElement('p'), { className: 'where', textContent: `${meta.blog} · ${meta.date}` })
  const text = document.createElement('p')
  write(text, join(excerpt))
  for (const element of [heading, text]) {
    element.dir = 'auto'
    if (meta.language) element.lang = meta.language
  }
  item.append(heading, where, text)
  return item
}

async function showMore() {
  const now = turn
  const found = await Promise.all(shown.slice(list.children.length, list.children.length + atOnce).map((each) => each.data()))
  if (now !== turn) return
  list.append(...found.map(makeItem))
  more.hidden = list.children.length >= shown.length
}

async function look() {
  const now = ++turn
  list.ariaBusy = 'true'
  const text = fields.q.value.trim()
  const address = new URL(location.href)
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ''))
  history.replaceState(null, '', address)
  try {
    pagefind ??= open()
    const index = await pagefind
    for (const [name, value] of asked) fields[name].value = value
    asked.length = 0
    const chosen = ['blog', 'tag', 'year'].filter((name) => fields[name].value !== '')
    const filters = Object.fromEntries(chosen.map((name) => [name, fields[name].value]))
    // What no words were asked for, none fits better than another.
    const sort = fields.newest.checked || text === '' ? { sort: { date: 'desc' } } : {}
    const { results } = text === '' && chosen.length === 0 ? { results: [] } : await index.search(text === '' ? null : makeTerm(text), { filters, ...sort })
    if (now !== turn) return
    otherwise.hidden = true
    shown = results
    list.replaceChildren()
    more.hidden = true
    await showMore()
    if (now !== turn) return
    const isAsked = text !== '' || chosen.length > 0
    const found = results.length === 0 ? form.dataset.nothing : form.dataset.found.replace('{count}', results.length)
    status.textContent = isAsked ? found : ''
    list.ariaBusy = 'false'
  } catch (error) {
    console.error(error)
    pagefind = undefined
    status.textContent = form.dataset.failed
    otherwise.hidden = false
    list.ariaBusy = 'false'
  }
}

const given = new URLSearchParams(location.search)
fields.q.value = given.get('q') ?? ''
fields.newest.checked = given.has('newest')
const asked = ['blog', 'tag', 'year'].filter((name) => given.has(name)).map((name) => [name, given.get(name)])
form.hidden = false
form.addEventListener('submit', (event) => {
  event.preventDefault()
  look()
})
form.addEventListener('change', look)
form.addEventListener('focusin', () => { pagefind ??= open().catch(() => undefined) }, { once: true })
more.addEventListener('click', async () => {
  const next = list.children.length
  await showMore()
  list.children[next]?.querySelector('a').focus()
})
if (given.size > 0) look()
