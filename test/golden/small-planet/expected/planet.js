'use strict'
{
const tools = document.getElementById('tools')
const site = new URL(tools.dataset.site, location.href).pathname
const keep = (storage, name, value) => {
try {
if (value === undefined) return storage().getItem(`planet ${site} ${name}`)
storage().setItem(`planet ${site} ${name}`, value)
} catch {}
return null
}
if (location.protocol !== 'file:') history.replaceState(null, '', location.href.replace(/\/index\.html(?=$|[?#])/, '/'))
const lasting = () => localStorage
const visit = () => sessionStorage
const entries = [...document.querySelectorAll('.h-entry')]
const timeOf = (entry) => Date.parse(entry.querySelector('time.dt-published')?.dateTime ?? '') || 0
const markNew = (isOn) => {
for (const badge of document.querySelectorAll('.new')) badge.remove()
if (!isOn) return
const newest = Math.max(0, ...entries.map(timeOf))
const seen = Math.min(Number(keep(visit, 'seen') ?? keep(lasting, 'seen') ?? newest), Date.now())
keep(visit, 'seen', String(seen))
keep(lasting, 'seen', String(Math.max(seen, newest)))
for (const entry of entries) {
if (timeOf(entry) <= seen) continue
const badge = document.createElement('span')
badge.className = 'new'
badge.textContent = tools.dataset.new
entry.querySelector(entry.matches('.note') ? '.byline' : '.title')?.append(badge)
}
}
const ago = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' })
const units = Object.entries({ year: 8766, month: 730.5, week: 168, day: 24, hour: 1, minute: 1 / 60 })
for (const time of document.querySelectorAll('.byline time')) {
const hours = (Date.parse(time.dateTime) - Date.now()) / 3_600_000
const [unit, length] = units.find(([, length]) => Math.abs(hours) >= length) ?? units.at(-1)
time.title = ago.format(Math.round(hours / length), unit)
}
let at = -1
const go = (step) => {
entries[at]?.classList.remove('at')
at = Math.min(Math.max(at + step, 0), entries.length - 1)
entries[at]?.classList.add('at')
entries[at]?.scrollIntoView({ block: 'start' })
entries[at]?.querySelector('.title a')?.focus({ preventScroll: true })
}
const days = [...document.querySelectorAll('.day')]
const topOf = (element) => element.getBoundingClientRect().top
const goDay = (next, rel) => (next ? next.scrollIntoView() : document.querySelector(`main a[rel=${rel}]`)?.click())
const help = tools.querySelector('.keys')
const keys = {
j: () => go(1),
k: () => go(-1),
n: () => goDay(days.find((day) => topOf(day) > 40), 'prev'),
p: () => goDay(days.findLast((day) => topOf(day) < -40), 'next'),
o: () => entries[at]?.querySelector('.title a')?.click(),
'/': () => document.querySelector('a[rel=search]')?.click(),
'?': () => {
tools.open = true
help.focus()
},
}
const listen = (event) => {
if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select')) return
const act = keys[event.key]
if (act === undefined) return
event.preventDefault()
act()
}
const listenToKeys = (isOn) => {
help.hidden = !isOn
if (isOn) addEventListener('keydown', listen)
else removeEventListener('keydown', listen)
}
const root = document.documentElement
const parser = new DOMParser()
const pages = new Map()
const load = (address) => {
if (!pages.has(address)) {
const read = (answer) => (answer.ok ? answer.text() : '')
pages.set(address, fetch(address).then(read).then((html) => parser.parseFromString(html, 'text/html')))
}
return pages.get(address)
}
const makeWhole = async (entry) => {
const more = entry.querySelector('.more')
const address = more?.firstElementChild.href.split('#')[0]
if (address === undefined || new URL(address).origin !== location.origin) return
const whole = await load(address).catch(() => undefined)
const text = whole?.getElementById(entry.id)?.querySelector('.e-content')
if (!text) return
entry.querySelector('.e-content').replaceWith(text)
more.remove()
}
const showLong = (value) => {
root.dataset.long = value
for (const link of document.querySelectorAll('.more.here')) link.remove()
if (value === 'whole') return void entries.forEach(makeWhole)
for (const entry of value === 'brief' ? entries : []) {
if (entry.querySelector('.more') || entry.querySelector('.e-content')?.childElementCount < 2) continue
const more = document.createElement('p')
more.className = 'more here'
const link = document.createElement('a')
link.href = `#${entry.id}`
link.textContent = tools.dataset.more
more.append(link)
entry.querySelector('footer').prepend(more)
}
}
const setSize = (value) => root.setAttribute('data-size', value)
const switches = { new: markNew, keys: listenToKeys, long: showLong, size: setSize }
for (const field of tools.querySelectorAll('input, select')) {
const { tool } = field.dataset
const isBox = field.type === 'checkbox'
const kept = keep(lasting, tool) ?? ''
if (isBox) field.checked = kept === 'on'
else if ([...field.options].some(({ value }) => value === kept)) field.value = kept
const say = () => (isBox ? field.checked : field.value)
if (say()) switches[tool](say())
field.addEventListener('change', () => {
keep(lasting, tool, isBox ? (field.checked ? 'on' : 'off') : field.value)
switches[tool](say())
})
}
tools.hidden = false
addEventListener('click', ({ target }) => {
if (!tools.contains(target)) tools.open = false
})
addEventListener('keydown', ({ key }) => {
if (key !== 'Escape' || !tools.open) return
tools.open = false
tools.firstElementChild.focus()
})
const outline = new Map([...document.querySelectorAll('.outline li > a')].map((link) => [link.hash.slice(1), link]))
const sidebar = document.querySelector('.sidebar')
const mark = (entry) => {
for (const link of document.querySelectorAll('.outline [aria-current]')) link.removeAttribute('aria-current')
const link = outline.get(entry.id)
link?.setAttribute('aria-current', 'true')
if (!link || getComputedStyle(sidebar).position !== 'sticky') return
const [box, place] = [sidebar.getBoundingClientRect(), link.getBoundingClientRect()]
if (place.bottom > box.bottom) sidebar.scrollTop += place.bottom - box.bottom + 80
if (place.top < box.top) sidebar.scrollTop += place.top - box.top - 80
}
const watcher = new IntersectionObserver(
(changes) => changes.forEach(({ isIntersecting, target }) => isIntersecting && mark(target)),
{ rootMargin: '-15% 0px -80% 0px' },
)
if (outline.size > 0) for (const entry of entries) watcher.observe(entry)
for (const button of document.querySelectorAll('.copy')) {
button.hidden = false
button.addEventListener('click', async () => {
const field = document.getElementById(button.dataset.from)
field.select()
try {
await navigator.clipboard.writeText(field.value)
} catch {
document.execCommand('copy')
}
button.textContent = button.dataset.done
})
}
if (matchMedia('(max-width: 59.99rem)').matches) {
for (const part of document.querySelectorAll('.sidebar details')) part.open = false
}
}
