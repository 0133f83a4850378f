import type { Translation } from './messages.ts'

/** Czech. Not yet read by a native speaker. */
export const cs: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: co komunita píše na svých blozích, na jednom místě.',
  skip: 'Přejít k obsahu',
  pages: 'Stránky',
  latest: 'Nejnovější',
  blogs: 'Blogy',
  archive: 'Archiv',
  about: 'O planetě',
  subscribe: 'Odebírat',
  subscriptions: 'Odběry ({count})',
  tags: 'Štítky',
  quiet: 'Utichlé',
  feed: 'kanál',
  feedOf: 'Kanál {name}',
  unreachable: 'nedostupný od: {date}',
  gone: 'zmizel: {date}',
  by: '{author}, {time}',
  alsoIn: 'také na: {blogs}',
  untitled: 'Bez názvu',
  untitledStart: 'Bez názvu — {start}',
  attachment: 'Příloha',
  shortened: 'Zkráceno, aby kanál zůstal malý; celý text: {link}',
  feedNotice: 'Toto je kanál: vložte jeho adresu do čtečky a nové příspěvky přijdou samy.',
  readOn: {
    one: 'Číst dál (1 slovo, {minutes} min)',
    few: 'Číst dál ({count} slova, {minutes} min)',
    many: 'Číst dál ({count} slova, {minutes} min)',
    other: 'Číst dál ({count} slov, {minutes} min)',
  },
  readAll: 'Číst dál',
  quoted: '„{text}“',
  code: 'Kód {number} v „{title}“',
  table: 'Tabulka {number} v „{title}“',
  picture: 'Obrázek: {text}',
  days: 'Dny',
  months: 'Měsíce',
  years: 'Roky',
  older: 'Starší: {date} →',
  newer: '← Novější: {date}',
  olderEntries: 'Starší příspěvky',
  nothing: 'Zatím tu nic není',
  nothingRead: 'Blogy této planety zatím nebyly přečteny. {command} řekne proč.',
  nothingAdded: 'Zatím nebyl přidán žádný blog. Zapište adresu kanálu pod {key} v {file} a spusťte {command}.',
  nothingPosted: 'Zatím žádné příspěvky.',
  updated: 'Aktualizováno: {time} ({zone})',
  times: 'Časy: {zone}.',
  blogCount: { one: '1 blog', few: '{count} blogy', many: '{count} blogu', other: '{count} blogů' },
  ask: 'O přidání nebo odebrání napište: {owner}.',
  feeds: 'Kanály',
  listOfBlogs: 'OPML (seznam blogů)',
  rights: 'Texty patří svým autorům.',
  software: 'Vytvořeno pomocí {name}.',
  daysWithPosts: 'Dny s příspěvky: {month}',
  allOf: 'Vše: {month}',
  byMonth: 'Dřívější příspěvky podle měsíců',
  website: 'Web',
  language: 'Jazyk',
  firstPost: 'První příspěvek',
  lastPost: 'Poslední příspěvek',
  noLongerListed: 'Tento blog už k planetě nepatří. Co zde napsal, zůstává.',
  filedUnder: {
    one: '1 blog má tento štítek:',
    few: '{count} blogy mají tento štítek:',
    many: '{count} blogu má tento štítek:',
    other: '{count} blogů má tento štítek:',
  },
  posts: {
    one: '1 příspěvek za dvanáct měsíců',
    few: '{count} příspěvky za dvanáct měsíců',
    many: '{count} příspěvku za dvanáct měsíců',
    other: '{count} příspěvků za dvanáct měsíců',
  },
  postsAndLast: '{posts}, poslední {date}',
  noPosts: 'žádné příspěvky za dvanáct měsíců',
  feedStates: 'Jak se daří kanálům',
  blog: 'Blog',
  state: 'Stav',
  stateFine: 'přečten',
  stateNew: 'zatím nepřečten',
  statePaused: 'pozastaven',
  stateServerError: 'server odpovídá chybou od: {date}',
  stateNoFeed: 'žádný čitelný kanál od: {date}',
  stateQuarantined: 'prověřuje se od: {date}; vypadá jako jiný blog',
  stateQuiet: 'ticho od: {date}',
  notFound: 'Taková stránka neexistuje',
  notFoundText:
    'Možná se přestěhovala, možná nikdy nebyla. Vše, co zde bylo napsáno, obsahuje {archive}; nejnovější ukazuje {front}.',
  notFoundFront: 'titulní stránka',
  notFoundArchive: 'archiv',
  subscribeText:
    'Vložte tuto adresu do čtečky kanálů a co se zde píše, přijde samo: bez účtu, bez e-mailu, bez algoritmu.',
  subscribeEverything: 'Vše',
  subscribeTag: 'Jen jeden štítek',
  subscribeList: 'Všechny blogy, každý zvlášť',
  subscribeListText: 'Tento seznam lze načíst do čtečky kanálů, která se pak každého blogu ptá sama.',
  addressOf: 'Adresa: {name}',
  copy: 'Kopírovat',
  copied: 'Zkopírováno',
  tools: 'Pomůcky pro čtení',
  markNew: 'Označit, co je nové od mé poslední návštěvy',
  isNew: 'nové',
  shortcuts: 'Klávesové zkratky',
  shortcutList:
    'j: další příspěvek. k: předchozí příspěvek. n: další den. p: předchozí den. o: otevřít. /: hledání, pokud je. ?: tento seznam.',
  weeks: 'Týdny',
  digestWeekly: 'Týdenní přehled',
  digestDaily: 'Denní přehled',
  digestText: 'Jeden příspěvek za týden nebo den a v něm vše: pro poštovní služby a pro ty, kdo čtou zřídka.',
  titles: 'Titulky',
  onThisPage: 'Na této stránce',
  toTop: 'Nahoru',
  textSize: 'Velikost textu',
  sizeSmall: 'malá',
  sizeNormal: 'běžná',
  sizeLarge: 'velká',
  longPosts: 'Dlouhé příspěvky',
  longAsIs: 'jako na této stránce',
  longBrief: 'jen začátek',
  longWhole: 'celé',
  original: 'Originál',
  aboutPlanet: `# O planetě {title}

{title} je planeta: stránka, která shromažďuje, co píše komunita. Každý příspěvek pochází z něčího blogu, z kanálu, který blog zveřejňuje, a vede zpět k němu. Chcete-li být u toho, čtěte [nejnovější příspěvky]({front}) nebo [odebírejte]({subscribe}).

## Jak se přidat

Váš blog potřebuje kanál (většina jej má) a něco, co zdejším lidem říci. {ask}

## Jak odejít

Stejně. Blog lze odebrat ze seznamu a to, co napsal, z těchto stránek.

## Komu texty patří

Každý text a obrázek patří svému autorovi za podmínek blogu, ze kterého pochází. Nic zde to nemění. Co příspěvek říká, je názor toho, kdo ho napsal.

## Co zde dělá váš prohlížeč

Program, který píše tyto stránky, do nich nevkládá cookies ani počítadla. Obrázky a nahrávky přicházejí ze serverů samotných blogů, kterým prohlížeč neříká, kde je vidíte. Co zaznamenává server těchto stránek, program říci nemůže.`,
  aboutAsk: 'Napište s jeho adresou: {owner}.',
  aboutAskNobody: 'Zeptejte se toho, kdo tuto planetu provozuje.',
}
