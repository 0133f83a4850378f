import type { Translation } from './messages.ts'

/** Polish. Not yet read by a native speaker. */
export const pl: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: co społeczność pisze na swoich blogach, w jednym miejscu.',
  skip: 'Przejdź do treści',
  pages: 'Strony',
  latest: 'Najnowsze',
  blogs: 'Blogi',
  archive: 'Archiwum',
  about: 'O planecie',
  subscribe: 'Subskrybuj',
  subscriptions: 'Subskrypcje ({count})',
  tags: 'Tagi',
  quiet: 'Ucichły',
  feed: 'kanał',
  feedOf: 'Kanał {name}',
  unreachable: 'niedostępny od: {date}',
  gone: 'zniknął: {date}',
  by: '{author}, {time}',
  alsoIn: 'także na: {blogs}',
  untitled: 'Bez tytułu',
  untitledStart: 'Bez tytułu — {start}',
  attachment: 'Załącznik',
  shortened: 'Skrócono, aby ten kanał był mały; cały tekst: {link}',
  feedNotice: 'To jest kanał: dodaj jego adres do czytnika kanałów, a nowe wpisy przyjdą same.',
  readOn: {
    one: 'Czytaj dalej (1 słowo, {minutes} min)',
    few: 'Czytaj dalej ({count} słowa, {minutes} min)',
    many: 'Czytaj dalej ({count} słów, {minutes} min)',
    other: 'Czytaj dalej ({count} słowa, {minutes} min)',
  },
  readAll: 'Czytaj dalej',
  quoted: '„{text}”',
  code: 'Kod {number} w „{title}”',
  table: 'Tabela {number} w „{title}”',
  picture: 'Obraz: {text}',
  days: 'Dni',
  months: 'Miesiące',
  years: 'Lata',
  older: 'Starsze: {date} →',
  newer: '← Nowsze: {date}',
  olderEntries: 'Starsze wpisy',
  nothing: 'Tu jeszcze nic nie ma',
  nothingRead: 'Blogi tej planety nie zostały jeszcze przeczytane. {command} powie dlaczego.',
  nothingAdded: 'Nie dodano jeszcze żadnego bloga. Wpisz adres kanału pod {key} w {file}, a potem uruchom {command}.',
  nothingPosted: 'Nie ma jeszcze wpisów.',
  updated: 'Aktualizacja: {time} ({zone})',
  times: 'Czas: {zone}.',
  blogCount: { one: '1 blog', few: '{count} blogi', many: '{count} blogów', other: '{count} bloga' },
  ask: 'Dodanie lub usunięcie bloga: {owner}.',
  feeds: 'Kanały',
  listOfBlogs: 'OPML (lista blogów)',
  rights: 'Teksty należą do ich autorów.',
  software: 'Działa dzięki {name}.',
  daysWithPosts: 'Dni z wpisami: {month}',
  allOf: 'Wszystko: {month}',
  byMonth: 'Wcześniejsze wpisy według miesięcy',
  website: 'Strona',
  language: 'Język',
  firstPost: 'Pierwszy wpis',
  lastPost: 'Ostatni wpis',
  noLongerListed: 'Ten blog nie należy już do planety. To, co tu napisał, zostaje.',
  filedUnder: {
    one: '1 blog ma ten tag:',
    few: '{count} blogi mają ten tag:',
    many: '{count} blogów ma ten tag:',
    other: '{count} bloga ma ten tag:',
  },
  posts: {
    one: '1 wpis w ciągu dwunastu miesięcy',
    few: '{count} wpisy w ciągu dwunastu miesięcy',
    many: '{count} wpisów w ciągu dwunastu miesięcy',
    other: '{count} wpisu w ciągu dwunastu miesięcy',
  },
  postsAndLast: '{posts}, ostatni: {date}',
  noPosts: 'brak wpisów w ciągu dwunastu miesięcy',
  feedStates: 'Stan kanałów',
  blog: 'Blog',
  state: 'Stan',
  stateFine: 'przeczytany',
  stateNew: 'jeszcze nieczytany',
  statePaused: 'wstrzymany',
  stateServerError: 'serwer zwraca błąd od: {date}',
  stateNoFeed: 'brak czytelnego kanału od: {date}',
  stateQuarantined: 'sprawdzany od: {date}; wygląda na inny blog',
  stateQuiet: 'cisza od: {date}',
  notFound: 'Nie ma takiej strony',
  notFoundText:
    'Może została przeniesiona, a może nigdy jej nie było. Wszystko, co tu napisano, to {archive}; najnowsze wpisy zawiera {front}.',
  notFoundFront: 'strona główna',
  notFoundArchive: 'archiwum',
  subscribeText:
    'Dodaj ten adres do czytnika kanałów, a to, co się tu pisze, przyjdzie samo: bez konta, bez e-maila, bez algorytmu.',
  subscribeEverything: 'Wszystko',
  subscribeTag: 'Tylko jeden tag',
  subscribeList: 'Wszystkie blogi, każdy osobno',
  subscribeListText: 'Tę listę można zaimportować do czytnika kanałów, który sam będzie odpytywał każdy blog.',
  addressOf: 'Adres: {name}',
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  tools: 'Ułatwienia czytania',
  markNew: 'Zaznacz, co nowe od mojej ostatniej wizyty',
  isNew: 'nowe',
  shortcuts: 'Skróty klawiszowe',
  shortcutList:
    'j: następny wpis. k: poprzedni wpis. n: następny dzień. p: poprzedni dzień. o: otwórz. /: szukaj, jeśli można. ?: ta lista.',
  weeks: 'Tygodnie',
  digestWeekly: 'Przegląd tygodnia',
  digestDaily: 'Przegląd dnia',
  digestText:
    'Jeden wpis na tydzień lub dzień, a w nim wszystko: dla usług pocztowych i dla tych, którzy czytają rzadko.',
  titles: 'Tytuły',
  onThisPage: 'Na tej stronie',
  toTop: 'Do góry',
  textSize: 'Wielkość tekstu',
  sizeSmall: 'mała',
  sizeNormal: 'zwykła',
  sizeLarge: 'duża',
  longPosts: 'Długie wpisy',
  longAsIs: 'jak na tej stronie',
  longBrief: 'tylko początek',
  longWhole: 'w całości',
  original: 'Oryginał',
  search: 'Szukaj',
  searchNoScript:
    'Wyszukiwanie wymaga JavaScriptu. Bez niego wszystkie wpisy zawiera {archive}, a najnowsze: {titles}.',
  searchNothing: 'Nic nie znaleziono.',
  searchFound: 'Wyniki: {count}',
  searchMore: 'Więcej wyników',
  searchAll: 'Wszystkie',
  searchNewest: 'Od najnowszych',
  searchFailed: 'Nie udało się wczytać wyszukiwania.',
  aboutPlanet: `# O planecie {title}

{title} to planeta: strona, która zbiera to, co pisze społeczność. Każdy wpis pochodzi z czyjegoś bloga, przez kanał, który ten blog publikuje, i prowadzi do niego z powrotem. Aby być na bieżąco, czytaj [najnowsze wpisy]({front}) albo [subskrybuj]({subscribe}).

## Jak dołączyć

Twój blog potrzebuje kanału (większość go ma) i czegoś do powiedzenia ludziom tutaj. {ask}

## Jak się wypisać

Tak samo. Blog można usunąć z listy, a to, co napisał, z tych stron.

## Czyje są te teksty

Każdy tekst i obraz należy do swojego autora, na warunkach bloga, z którego pochodzi. Nic tutaj tego nie zmienia. To, co mówi wpis, jest opinią osoby, która go napisała.

## Co robi tu Twoja przeglądarka

Program, który tworzy te strony, nie umieszcza na nich ciasteczek ani liczników. Obrazy i nagrania pochodzą z serwerów samych blogów, którym przeglądarka nie mówi, gdzie je oglądasz. Tego, co zapisuje serwer tych stron, program nie może powiedzieć.`,
  aboutAsk: 'Napisz do {owner} i podaj jego adres.',
  aboutAskNobody: 'Zapytaj osobę, która prowadzi tę planetę.',
}
