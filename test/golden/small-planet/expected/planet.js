// What makes reading easier, and nothing that reading needs. All of it is off until somebody switches it on.
'use strict'
{
  const tools = document.getElementById('tools')
  const site = new URL(tools.dataset.site, location.href).pathname
  const keep = (storage, name, value) => {
    // Some browsers refuse, for example for pages from disk.
    try {
      if (value === undefined) return storage().getItem(`planet ${site} ${name}`)
      storage().setItem(`planet ${site} ${name}`, value)
    } catch {}
    return null
  }
  const lasting = () => localStorage
  const visit = () => sessionStorage
  const entries = [...document.querySelectorAll('.h-entry')]
  // The entry's own: a time that stands in its text is its author's word, and has no class.
  const timeOf = (entry) => Date.parse(entry.querySelector('time.dt-published')?.dateTime ?? '') || 0

  // What came since the last visit, which ends when the browser is closed.
  const markNew = (isOn) => {
    for (const badge of document.querySelectorAll('.new')) badge.remove()
    if (!isOn) return
    const newest = Math.max(0, ...entries.map(timeOf))
    // Nothing was seen in the future, whatever was kept.
    const seen = Math.min(Number(keep(visit, 'seen') ?? keep(lasting, 'seen') ?? newest), Date.now())
    keep(visit, 'seen', String(seen))
    keep(lasting, 'seen', String(Math.max(seen, newest)))
    for (const entry of entries) {
      if (timeOf(entry) <= seen) continue
      const badge = document.createElement('span')
      badge.className = 'new'
      badge.textContent = tools.dataset.new
      entry.querySelector('.title')?.append(badge)
    }
  }

  let at = -1
  const go = (step) => {
    entries[at]?.classList.remove('at')
    at = Math.min(Math.max(at + step, 0), entries.length - 1)
    entries[at]?.classList.add('at')
    entries[at]?.scrollIntoView({ block: 'start' })
    entries[at]?.querySelector('.title a')?.focus({ preventScroll: true })
  }
  const help = tools.querySelector('.keys')
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: () => entries[at]?.querySelector('.title a')?.click(),
    '?': () => help.focus(),
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

  const switches = { new: markNew, keys: listenToKeys }
  for (const box of tools.querySelectorAll('input')) {
    const { tool } = box.dataset
    box.checked = keep(lasting, tool) === 'on'
    if (box.checked) switches[tool](true)
    box.addEventListener('change', () => {
      keep(lasting, tool, box.checked ? 'on' : 'off')
      switches[tool](box.checked)
    })
  }
  tools.hidden = false

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

  // On a narrow page the list of blogs comes after the entries, and closed.
  if (matchMedia('(max-width: 59.99rem)').matches) document.querySelector('.sidebar details')?.removeAttribute('open')
}
