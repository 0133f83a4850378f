import type { Translation } from './messages.ts'

/** Hungarian. Not yet read by a native speaker. */
export const hu: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: amit egy közösség a blogjain ír, egy helyen.',
  skip: 'Ugrás a tartalomhoz',
  pages: 'Oldalak',
  latest: 'Legfrissebb',
  blogs: 'Blogok',
  archive: 'Archívum',
  about: 'Névjegy',
  subscribe: 'Feliratkozás',
  subscriptions: 'Feliratkozások ({count})',
  tags: 'Címkék',
  quiet: 'Elcsendesedtek',
  feed: 'hírcsatorna',
  feedOf: '{name} hírcsatornája',
  unreachable: 'nem érhető el ettől: {date}',
  gone: 'megszűnt: {date}',
  by: '{author}, {time}',
  alsoIn: 'itt is: {blogs}',
  untitled: 'Cím nélkül',
  untitledStart: 'Cím nélkül — {start}',
  attachment: 'Melléklet',
  shortened: 'Rövidítve, hogy a hírcsatorna kicsi maradjon; a teljes szöveg: {link}',
  feedNotice: 'Ez egy hírcsatorna: add a címét egy hírolvasóhoz, és az új bejegyzések maguktól jönnek.',
  readOn: { one: 'Tovább (1 szó, {minutes} perc)', other: 'Tovább ({count} szó, {minutes} perc)' },
  readAll: 'Tovább',
  quoted: '„{text}”',
  code: '{number}. kód itt: „{title}”',
  table: '{number}. táblázat itt: „{title}”',
  picture: 'Kép: {text}',
  days: 'Napok',
  months: 'Hónapok',
  years: 'Évek',
  older: 'Régebbi: {date} →',
  newer: '← Újabb: {date}',
  olderEntries: 'Régebbi bejegyzések',
  nothing: 'Itt még nincs semmi',
  nothingRead: 'E bolygó blogjait még nem olvastuk be. A {command} megmondja, miért.',
  nothingAdded:
    'Még nincs felvett blog. Írd egy hírcsatorna címét a(z) {key} alá itt: {file}, majd futtasd ezt: {command}.',
  nothingPosted: 'Még nincsenek bejegyzések.',
  updated: 'Frissítve: {time} ({zone})',
  times: 'Időzóna: {zone}.',
  blogCount: { one: '1 blog', other: '{count} blog' },
  ask: 'Felvétel vagy törlés: {owner}.',
  feeds: 'Hírcsatornák',
  listOfBlogs: 'OPML (a blogok listája)',
  rights: 'A szövegek a szerzőiké.',
  software: 'Készült ezzel: {name}.',
  daysWithPosts: 'Napok bejegyzésekkel: {month}',
  allOf: 'Minden: {month}',
  byMonth: 'Korábbi bejegyzések hónapok szerint',
  website: 'Webhely',
  language: 'Nyelv',
  firstPost: 'Első bejegyzés',
  lastPost: 'Utolsó bejegyzés',
  noLongerListed: 'Ez a blog már nem része a bolygónak. Amit itt írt, megmarad.',
  filedUnder: { one: '1 blog van ezzel a címkével:', other: '{count} blog van ezzel a címkével:' },
  posts: { one: '1 bejegyzés tizenkét hónap alatt', other: '{count} bejegyzés tizenkét hónap alatt' },
  postsAndLast: '{posts}, az utolsó: {date}',
  noPosts: 'nincs bejegyzés tizenkét hónapja',
  feedStates: 'A hírcsatornák állapota',
  blog: 'Blog',
  state: 'Állapot',
  stateFine: 'beolvasva',
  stateNew: 'még nincs beolvasva',
  statePaused: 'szünetel',
  stateServerError: 'a kiszolgáló hibát jelez ettől: {date}',
  stateNoFeed: 'nincs olvasható hírcsatorna ettől: {date}',
  stateQuarantined: 'ellenőrzés alatt ettől: {date}; másik blognak tűnik',
  stateQuiet: 'csendes ettől: {date}',
  notFound: 'Nincs ilyen oldal',
  notFoundText:
    'Talán áthelyezték, talán sosem volt. Minden, amit itt írtak, itt van: {archive}; a legújabbak pedig itt: {front}.',
  notFoundFront: 'címlap',
  notFoundArchive: 'archívum',
  subscribeText: 'Add ezt a címet egy hírolvasóhoz, és ami itt íródik, magától jön: fiók, e-mail és algoritmus nélkül.',
  subscribeEverything: 'Minden',
  subscribeTag: 'Csak egy címke',
  subscribeList: 'Minden blog, külön-külön',
  subscribeListText: 'Ez a lista beolvasható egy hírolvasóba, amely aztán maga kérdez le minden blogot.',
  addressOf: 'Cím: {name}',
  copy: 'Másolás',
  copied: 'Másolva',
  tools: 'Olvasást segítők',
  markNew: 'Jelöld, ami a legutóbbi látogatásom óta új',
  isNew: 'új',
  shortcuts: 'Billentyűparancsok',
  shortcutList:
    'j: következő bejegyzés. k: előző bejegyzés. n: következő nap. p: előző nap. o: megnyitás. /: keresés, ha van. ?: ez a lista.',
  weeks: 'Hetek',
  digestWeekly: 'Heti összefoglaló',
  digestDaily: 'Napi összefoglaló',
  digestText:
    'Hetente vagy naponta egy bejegyzés, benne mindennel: levelezőszolgáltatásoknak és azoknak, akik ritkán olvasnak.',
  titles: 'Címek',
  onThisPage: 'Ezen az oldalon',
  toTop: 'Az oldal tetejére',
  textSize: 'Betűméret',
  sizeSmall: 'kicsi',
  sizeNormal: 'szokásos',
  sizeLarge: 'nagy',
  longPosts: 'Hosszú bejegyzések',
  longAsIs: 'ahogy ezen az oldalon',
  longBrief: 'csak az elejük',
  longWhole: 'egészben',
  original: 'Eredeti',
  search: 'Keresés',
  searchNoScript:
    'A kereséshez JavaScript kell. Nélküle minden bejegyzés itt van: {archive}, a legújabbak pedig itt: {titles}.',
  searchNothing: 'Nincs találat.',
  searchFound: 'Találatok: {count}',
  searchMore: 'További találatok',
  searchAll: 'Mind',
  searchNewest: 'Legújabbak elöl',
  searchFailed: 'A keresőt nem sikerült betölteni.',
  aboutPlanet: `# Erről: {title}

{title}: bolygó, vagyis egy oldal, amely összegyűjti, amit egy közösség ír. Minden bejegyzés valakinek a saját blogjáról jön, a blog hírcsatornáján át, és oda is vezet vissza. Ha követnéd, olvasd a [legújabb bejegyzéseket]({front}), vagy [iratkozz fel]({subscribe}).

## Hogyan kerülhetsz fel

A blogodnak hírcsatorna kell (a legtöbbnek van), és valami, ami az itteniekhez szól. {ask}

## Hogyan kerülhetsz le

Ugyanígy. Egy blog lekerülhet a listáról, és amit írt, ezekről az oldalakról.

## Kiéi a szövegek

Minden szöveg és kép a szerzőjéé, annak a blognak a feltételei szerint, ahonnan származik. Ezen itt semmi sem változtat. Amit egy bejegyzés mond, az írójának a véleménye.

## Mit tesz itt a böngésződ

Az oldalakat író program nem tesz beléjük sütiket és számlálókat. A képek és felvételek maguknak a blogoknak a kiszolgálóiról jönnek, amelyeknek a böngésződ nem árulja el, hol látod őket. Hogy ezeknek az oldalaknak a kiszolgálója mit jegyez fel, azt a program nem mondhatja meg.`,
  aboutAsk: 'Írd meg a címét neki: {owner}.',
  aboutAskNobody: 'Kérdezd meg, aki ezt a bolygót működteti.',
}
