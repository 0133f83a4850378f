import type { Translation } from './messages.ts'

/** Romanian. Not yet read by a native speaker. */
export const ro: Translation = {
  thousands: '.',
  gathers: '{name}: ce scrie o comunitate pe blogurile sale, într-un singur loc.',
  skip: 'Sari la conținut',
  pages: 'Pagini',
  latest: 'Cele mai noi',
  blogs: 'Bloguri',
  archive: 'Arhivă',
  about: 'Despre',
  subscribe: 'Abonare',
  subscriptions: 'Abonamente ({count})',
  tags: 'Etichete',
  languages: 'Limbi',
  popular: 'Linkuri populare',
  popularWeek: 'Spre ce au trimis cele mai multe bloguri într-o săptămână.',
  popularMonth: 'Spre ce au trimis cele mai multe bloguri într-o lună.',
  quiet: 'Tăcute',
  feed: 'flux',
  feedOf: 'Fluxul {name}',
  unreachable: 'inaccesibil din {date}',
  gone: 'dispărut din {date}',
  by: 'de {author}, {time}',
  alsoIn: 'și pe {blogs}',
  untitled: 'Fără titlu',
  untitledStart: 'Fără titlu — {start}',
  attachment: 'Atașament',
  shortened: 'Scurtat pentru ca acest flux să rămână mic; textul întreg: {link}',
  feedNotice: 'Acesta este un flux: adaugă adresa lui într-un cititor de fluxuri, iar articolele noi vin singure.',
  readOn: {
    one: 'Citește mai departe (1 cuvânt, {minutes} min)',
    few: 'Citește mai departe ({count} cuvinte, {minutes} min)',
    other: 'Citește mai departe ({count} de cuvinte, {minutes} min)',
  },
  readAll: 'Citește mai departe',
  quoted: '„{text}”',
  code: 'Codul {number} din „{title}”',
  table: 'Tabelul {number} din „{title}”',
  picture: 'Imagine: {text}',
  days: 'Zile',
  months: 'Luni',
  years: 'Ani',
  older: 'Mai vechi: {date} →',
  newer: '← Mai nou: {date}',
  olderEntries: 'Articole mai vechi',
  nothing: 'Încă nu e nimic aici',
  nothingRead: 'Blogurile acestei planete nu au fost citite încă. {command} spune de ce.',
  nothingAdded:
    'Nu a fost adăugat încă niciun blog. Scrie adresa unui flux sub {key} în {file}, apoi rulează {command}.',
  nothingPosted: 'Încă niciun articol.',
  updated: 'Actualizat: {time} ({zone})',
  times: 'Ora: {zone}.',
  blogCount: { one: '1 blog', few: '{count} bloguri', other: '{count} de bloguri' },
  ask: 'Pentru adăugare sau eliminare, scrie la {owner}.',
  feeds: 'Fluxuri',
  listOfBlogs: 'OPML (lista blogurilor)',
  rights: 'Textele aparțin autorilor lor.',
  software: 'Făcut cu {name}.',
  daysWithPosts: 'Zile cu articole: {month}',
  allOf: 'Tot: {month}',
  byMonth: 'Articole anterioare, pe luni',
  website: 'Site web',
  language: 'Limbă',
  firstPost: 'Primul articol',
  lastPost: 'Ultimul articol',
  noLongerListed: 'Acest blog nu mai face parte din planetă. Ce a scris aici rămâne.',
  filedUnder: {
    one: '1 blog are această etichetă:',
    few: '{count} bloguri au această etichetă:',
    other: '{count} de bloguri au această etichetă:',
  },
  posts: {
    one: '1 articol în douăsprezece luni',
    few: '{count} articole în douăsprezece luni',
    other: '{count} de articole în douăsprezece luni',
  },
  postsAndLast: '{posts}, ultimul pe {date}',
  noPosts: 'niciun articol în douăsprezece luni',
  feedStates: 'Cum stau fluxurile',
  blog: 'Blog',
  state: 'Stare',
  stateFine: 'citit',
  stateNew: 'încă necitit',
  statePaused: 'suspendat',
  stateServerError: 'serverul răspunde cu o eroare din {date}',
  stateNoFeed: 'niciun flux lizibil din {date}',
  stateQuarantined: 'în verificare din {date}: pare alt blog',
  stateQuiet: 'tăcut din {date}',
  notFound: 'Nu există o astfel de pagină',
  notFoundText:
    'Poate s-a mutat, poate n-a existat niciodată. Tot ce s-a scris aici este în {archive}; cele mai noi sunt pe {front}.',
  notFoundFront: 'prima pagină',
  notFoundArchive: 'arhivă',
  subscribeText:
    'Adaugă această adresă într-un cititor de fluxuri, iar ce se scrie aici vine singur: fără cont, fără e-mail, fără algoritm.',
  subscribeEverything: 'Tot',
  subscribeTag: 'Doar o etichetă',
  subscribeList: 'Toate blogurile, fiecare în parte',
  subscribeListText: 'Lista poate fi importată într-un cititor de fluxuri, care apoi întreabă singur fiecare blog.',
  addressOf: 'Adresă: {name}',
  copy: 'Copiază',
  copied: 'Copiat',
  tools: 'Ajutoare la citit',
  markNew: 'Marchează ce e nou de la ultima mea vizită',
  isNew: 'nou',
  shortcuts: 'Scurtături de tastatură',
  shortcutList:
    'j: articolul următor. k: articolul anterior. n: ziua următoare. p: ziua anterioară. o: deschide. /: căutare, dacă există. ?: această listă.',
  weeks: 'Săptămâni',
  digestWeekly: 'Rezumat săptămânal',
  digestDaily: 'Rezumat zilnic',
  digestText: 'O intrare pe săptămână sau pe zi, cu totul în ea: pentru servicii de e-mail și pentru cine citește rar.',
  titles: 'Titluri',
  onThisPage: 'Pe această pagină',
  toTop: 'Sus',
  textSize: 'Mărimea textului',
  sizeSmall: 'mică',
  sizeNormal: 'normală',
  sizeLarge: 'mare',
  longPosts: 'Articole lungi',
  longAsIs: 'ca pe această pagină',
  longBrief: 'doar începutul',
  longWhole: 'întregi',
  original: 'Original',
  search: 'Caută',
  searchNoScript:
    'Căutarea are nevoie de JavaScript. Fără el, toate articolele sunt în {archive}, iar cele mai noi la {titles}.',
  searchNothing: 'Nu s-a găsit nimic.',
  searchFound: 'Rezultate: {count}',
  searchMore: 'Mai multe rezultate',
  searchAll: 'Toate',
  searchNewest: 'Cele mai noi întâi',
  searchFailed: 'Căutarea nu a putut fi încărcată.',
  aboutPlanet: `# Despre {title}

{title} este o planetă: o pagină care adună ce scrie o comunitate. Fiecare articol vine de pe blogul cuiva, prin fluxul pe care blogul îl publică, și duce înapoi la el. Ca să urmărești, citește [cele mai noi articole]({front}) sau [abonează-te]({subscribe}).

## Cum intri pe listă

Blogul tău are nevoie de un flux (cele mai multe au unul) și de ceva de spus oamenilor de aici. {ask}

## Cum ieși de pe listă

La fel. Un blog poate fi scos de pe listă, iar ce a scris, de pe aceste pagini.

## Ale cui sunt textele

Fiecare text și imagine aparține autorului, în condițiile blogului de unde provine. Nimic de aici nu schimbă asta. Ce spune un articol este părerea celui care l-a scris.

## Ce face aici browserul tău

Programul care scrie aceste pagini nu pune în ele nici cookie-uri, nici contoare. Imaginile și înregistrările vin de pe serverele blogurilor, cărora browserul nu le spune unde le vezi. Ce notează serverul acestor pagini, programul nu poate spune.`,
  aboutAsk: 'Scrie la {owner} cu adresa lui.',
  aboutAskNobody: 'Întreabă pe cine se ocupă de această planetă.',
}
