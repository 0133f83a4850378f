import type { Translation } from './messages.ts'

/** Slovak. Not yet read by a native speaker. */
export const sk: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: čo komunita píše na svojich blogoch, na jednom mieste.',
  skip: 'Prejsť na obsah',
  pages: 'Stránky',
  latest: 'Najnovšie',
  blogs: 'Blogy',
  archive: 'Archív',
  about: 'O planéte',
  subscribe: 'Odoberať',
  subscriptions: 'Odbery ({count})',
  tags: 'Značky',
  quiet: 'Stíchnuté',
  feed: 'kanál',
  feedOf: 'Kanál {name}',
  unreachable: 'nedostupný od: {date}',
  gone: 'zmizol: {date}',
  by: '{author}, {time}',
  alsoIn: 'aj na: {blogs}',
  untitled: 'Bez názvu',
  untitledStart: 'Bez názvu — {start}',
  attachment: 'Príloha',
  shortened: 'Skrátené, aby kanál zostal malý; celý text: {link}',
  feedNotice: 'Toto je kanál: vložte jeho adresu do čítačky a nové príspevky prídu samy.',
  readOn: {
    one: 'Čítať ďalej (1 slovo, {minutes} min)',
    few: 'Čítať ďalej ({count} slová, {minutes} min)',
    many: 'Čítať ďalej ({count} slova, {minutes} min)',
    other: 'Čítať ďalej ({count} slov, {minutes} min)',
  },
  readAll: 'Čítať ďalej',
  quoted: '„{text}“',
  code: 'Kód {number} v „{title}“',
  table: 'Tabuľka {number} v „{title}“',
  picture: 'Obrázok: {text}',
  days: 'Dni',
  months: 'Mesiace',
  years: 'Roky',
  older: 'Staršie: {date} →',
  newer: '← Novšie: {date}',
  olderEntries: 'Staršie príspevky',
  nothing: 'Zatiaľ tu nič nie je',
  nothingRead: 'Blogy tejto planéty zatiaľ neboli prečítané. {command} povie prečo.',
  nothingAdded: 'Zatiaľ nebol pridaný žiadny blog. Zapíšte adresu kanála pod {key} v {file} a spustite {command}.',
  nothingPosted: 'Zatiaľ žiadne príspevky.',
  updated: 'Aktualizované: {time} ({zone})',
  times: 'Časy: {zone}.',
  blogCount: { one: '1 blog', few: '{count} blogy', many: '{count} blogu', other: '{count} blogov' },
  ask: 'O pridanie alebo odobratie napíšte: {owner}.',
  feeds: 'Kanály',
  listOfBlogs: 'OPML (zoznam blogov)',
  rights: 'Texty patria svojim autorom.',
  software: 'Vytvorené pomocou {name}.',
  daysWithPosts: 'Dni s príspevkami: {month}',
  allOf: 'Všetko: {month}',
  byMonth: 'Skoršie príspevky podľa mesiacov',
  website: 'Web',
  language: 'Jazyk',
  firstPost: 'Prvý príspevok',
  lastPost: 'Posledný príspevok',
  noLongerListed: 'Tento blog už k planéte nepatrí. Čo tu napísal, zostáva.',
  filedUnder: {
    one: '1 blog má túto značku:',
    few: '{count} blogy majú túto značku:',
    many: '{count} blogu má túto značku:',
    other: '{count} blogov má túto značku:',
  },
  posts: {
    one: '1 príspevok za dvanásť mesiacov',
    few: '{count} príspevky za dvanásť mesiacov',
    many: '{count} príspevku za dvanásť mesiacov',
    other: '{count} príspevkov za dvanásť mesiacov',
  },
  postsAndLast: '{posts}, posledný {date}',
  noPosts: 'žiadne príspevky za dvanásť mesiacov',
  feedStates: 'Ako sa darí kanálom',
  blog: 'Blog',
  state: 'Stav',
  stateFine: 'prečítaný',
  stateNew: 'zatiaľ neprečítaný',
  statePaused: 'pozastavený',
  stateServerError: 'server odpovedá chybou od: {date}',
  stateNoFeed: 'žiadny čitateľný kanál od: {date}',
  stateQuarantined: 'preveruje sa od: {date}; vyzerá ako iný blog',
  stateQuiet: 'ticho od: {date}',
  notFound: 'Taká stránka neexistuje',
  notFoundText:
    'Možno sa presťahovala, možno nikdy nebola. Všetko, čo tu bolo napísané, obsahuje {archive}; najnovšie ukazuje {front}.',
  notFoundFront: 'titulná stránka',
  notFoundArchive: 'archív',
  subscribeText:
    'Vložte túto adresu do čítačky kanálov a čo sa tu píše, príde samo: bez účtu, bez e-mailu, bez algoritmu.',
  subscribeEverything: 'Všetko',
  subscribeTag: 'Len jedna značka',
  subscribeList: 'Všetky blogy, každý zvlášť',
  subscribeListText: 'Tento zoznam možno načítať do čítačky kanálov, ktorá sa potom každého blogu pýta sama.',
  addressOf: 'Adresa: {name}',
  copy: 'Kopírovať',
  copied: 'Skopírované',
  tools: 'Pomôcky na čítanie',
  markNew: 'Označiť, čo je nové od mojej poslednej návštevy',
  isNew: 'nové',
  shortcuts: 'Klávesové skratky',
  shortcutList:
    'j: ďalší príspevok. k: predchádzajúci príspevok. n: ďalší deň. p: predchádzajúci deň. o: otvoriť. /: hľadanie, ak je. ?: tento zoznam.',
  weeks: 'Týždne',
  digestWeekly: 'Týždenný prehľad',
  digestDaily: 'Denný prehľad',
  digestText: 'Jeden príspevok za týždeň alebo deň a v ňom všetko: pre poštové služby a pre tých, čo čítajú zriedka.',
  titles: 'Titulky',
  onThisPage: 'Na tejto stránke',
  toTop: 'Nahor',
  textSize: 'Veľkosť textu',
  sizeSmall: 'malá',
  sizeNormal: 'bežná',
  sizeLarge: 'veľká',
  longPosts: 'Dlhé príspevky',
  longAsIs: 'ako na tejto stránke',
  longBrief: 'len začiatok',
  longWhole: 'celé',
  original: 'Originál',
  aboutPlanet: `# O planéte {title}

{title} je planéta: stránka, ktorá zhromažďuje, čo píše komunita. Každý príspevok pochádza z niečieho blogu, z kanála, ktorý blog zverejňuje, a vedie späť k nemu. Ak chcete byť pri tom, čítajte [najnovšie príspevky]({front}) alebo [odoberajte]({subscribe}).

## Ako sa pridať

Váš blog potrebuje kanál (väčšina ho má) a niečo, čo tunajším ľuďom povedať. {ask}

## Ako odísť

Rovnako. Blog možno odobrať zo zoznamu a to, čo napísal, z týchto stránok.

## Komu texty patria

Každý text a obrázok patrí svojmu autorovi za podmienok blogu, z ktorého pochádza. Nič tu to nemení. Čo príspevok hovorí, je názor toho, kto ho napísal.

## Čo tu robí váš prehliadač

Program, ktorý píše tieto stránky, do nich nevkladá cookies ani počítadlá. Obrázky a nahrávky prichádzajú zo serverov samotných blogov, ktorým prehliadač nehovorí, kde ich vidíte. Čo zaznamenáva server týchto stránok, program povedať nemôže.`,
  aboutAsk: 'Napíšte s jeho adresou: {owner}.',
  aboutAskNobody: 'Spýtajte sa toho, kto túto planétu prevádzkuje.',
}
