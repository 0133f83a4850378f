import type { Translation } from './messages.ts'

/** Latvian. Not yet read by a native speaker. */
export const lv: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: ko kopiena raksta savos blogos, vienuviet.',
  skip: 'Pāriet uz saturu',
  pages: 'Lapas',
  latest: 'Jaunākais',
  blogs: 'Blogi',
  archive: 'Arhīvs',
  about: 'Par',
  subscribe: 'Abonēt',
  subscriptions: 'Abonementi ({count})',
  tags: 'Birkas',
  quiet: 'Apklusušie',
  feed: 'plūsma',
  feedOf: 'Plūsma: {name}',
  unreachable: 'nav sasniedzams kopš: {date}',
  gone: 'pazudis kopš: {date}',
  by: '{author}, {time}',
  alsoIn: 'arī: {blogs}',
  untitled: 'Bez nosaukuma',
  untitledStart: 'Bez nosaukuma — {start}',
  attachment: 'Pielikums',
  shortened: 'Saīsināts, lai plūsma paliktu neliela; viss teksts: {link}',
  feedNotice: 'Šī ir plūsma: ievietojiet tās adresi plūsmu lasītājā, un jaunie ieraksti atnāks paši.',
  readOn: {
    zero: 'Lasīt tālāk ({count} vārdu, {minutes} min)',
    one: 'Lasīt tālāk ({count} vārds, {minutes} min)',
    other: 'Lasīt tālāk ({count} vārdi, {minutes} min)',
  },
  readAll: 'Lasīt tālāk',
  quoted: '“{text}”',
  code: 'Kods {number} ierakstā “{title}”',
  table: 'Tabula {number} ierakstā “{title}”',
  picture: 'Attēls: {text}',
  days: 'Dienas',
  months: 'Mēneši',
  years: 'Gadi',
  older: 'Vecāki: {date} →',
  newer: '← Jaunāki: {date}',
  olderEntries: 'Vecāki ieraksti',
  nothing: 'Šeit vēl nekā nav',
  nothingRead: 'Šīs planētas blogi vēl nav nolasīti. {command} pateiks, kāpēc.',
  nothingAdded:
    'Vēl nav pievienots neviens blogs. Ierakstiet plūsmas adresi pie {key} failā {file} un palaidiet {command}.',
  nothingPosted: 'Ierakstu vēl nav.',
  updated: 'Atjaunots: {time} ({zone})',
  times: 'Laiks: {zone}.',
  blogCount: { zero: '{count} blogu', one: '{count} blogs', other: '{count} blogi' },
  ask: 'Par pievienošanu vai noņemšanu rakstiet: {owner}.',
  feeds: 'Plūsmas',
  listOfBlogs: 'OPML (blogu saraksts)',
  rights: 'Teksti pieder to autoriem.',
  software: 'Veidots ar {name}.',
  daysWithPosts: 'Dienas ar ierakstiem: {month}',
  allOf: 'Viss: {month}',
  byMonth: 'Agrāki ieraksti pa mēnešiem',
  website: 'Vietne',
  language: 'Valoda',
  firstPost: 'Pirmais ieraksts',
  lastPost: 'Pēdējais ieraksts',
  noLongerListed: 'Šis blogs vairs nav planētas daļa. Tas, ko tas šeit rakstījis, paliek.',
  filedUnder: {
    zero: '{count} blogu ar šo birku:',
    one: '{count} blogs ar šo birku:',
    other: '{count} blogi ar šo birku:',
  },
  posts: {
    zero: '{count} ierakstu divpadsmit mēnešos',
    one: '{count} ieraksts divpadsmit mēnešos',
    other: '{count} ieraksti divpadsmit mēnešos',
  },
  postsAndLast: '{posts}, pēdējais: {date}',
  noPosts: 'nav ierakstu divpadsmit mēnešos',
  feedStates: 'Kā klājas plūsmām',
  blog: 'Blogs',
  state: 'Stāvoklis',
  stateFine: 'nolasīts',
  stateNew: 'vēl nav nolasīts',
  statePaused: 'apturēts',
  stateServerError: 'serveris atbild ar kļūdu kopš: {date}',
  stateNoFeed: 'nav lasāmas plūsmas kopš: {date}',
  stateQuarantined: 'tiek pārbaudīts kopš: {date}; izskatās pēc cita bloga',
  stateQuiet: 'kluss kopš: {date}',
  notFound: 'Tādas lapas nav',
  notFoundText:
    'Varbūt tā ir pārcelta, varbūt tās nekad nav bijis. Viss šeit rakstītais: {archive}; jaunākais: {front}.',
  notFoundFront: 'sākumlapa',
  notFoundArchive: 'arhīvs',
  subscribeText:
    'Ievietojiet šo adresi plūsmu lasītājā, un šeit rakstītais atnāks pats: bez konta, bez e-pasta, bez algoritma.',
  subscribeEverything: 'Viss',
  subscribeTag: 'Tikai viena birka',
  subscribeList: 'Visi blogi, katrs atsevišķi',
  subscribeListText: 'Šo sarakstu var importēt plūsmu lasītājā, kas pēc tam pats vaicās katram blogam.',
  addressOf: 'Adrese: {name}',
  copy: 'Kopēt',
  copied: 'Nokopēts',
  tools: 'Lasīšanas palīgi',
  markNew: 'Atzīmēt, kas jauns kopš mana pēdējā apmeklējuma',
  isNew: 'jauns',
  shortcuts: 'Īsinājumtaustiņi',
  shortcutList:
    'j: nākamais ieraksts. k: iepriekšējais ieraksts. n: nākamā diena. p: iepriekšējā diena. o: atvērt. /: meklēšana, ja tāda ir. ?: šis saraksts.',
  weeks: 'Nedēļas',
  digestWeekly: 'Nedēļas apskats',
  digestDaily: 'Dienas apskats',
  digestText: 'Viens ieraksts nedēļai vai dienai, un tajā viss: pasta pakalpojumiem un tiem, kas lasa reti.',
  titles: 'Virsraksti',
  onThisPage: 'Šajā lapā',
  toTop: 'Uz augšu',
  textSize: 'Teksta lielums',
  sizeSmall: 'mazs',
  sizeNormal: 'parasts',
  sizeLarge: 'liels',
  longPosts: 'Gari ieraksti',
  longAsIs: 'kā šajā lapā',
  longBrief: 'tikai sākums',
  longWhole: 'pilnībā',
  original: 'Oriģināls',
  search: 'Meklēt',
  searchNoScript: 'Meklēšanai vajadzīgs JavaScript. Bez tā visi ieraksti: {archive}; jaunākie: {titles}.',
  searchNothing: 'Nekas netika atrasts.',
  searchFound: 'Rezultāti: {count}',
  searchMore: 'Vēl rezultāti',
  searchAll: 'Visi',
  searchNewest: 'Vispirms jaunākie',
  searchFailed: 'Meklēšanu neizdevās ielādēt.',
  aboutPlanet: `# Par: {title}

{title} ir planēta: lapa, kas apkopo, ko raksta kopiena. Katrs ieraksts nāk no kāda paša bloga, caur plūsmu, ko blogs publicē, un ved atpakaļ uz to. Lai sekotu, lasiet [jaunākos ierakstus]({front}) vai [abonējiet]({subscribe}).

## Kā tikt pievienotam

Jūsu blogam vajadzīga plūsma (vairumam tāda ir) un kas sakāms šejienes ļaudīm. {ask}

## Kā tikt noņemtam

Tāpat. Blogu var svītrot no saraksta un tā rakstīto – no šīm lapām.

## Kam pieder teksti

Katrs teksts un attēls pieder tā autoram saskaņā ar tā bloga noteikumiem, no kura tas nāk. Nekas šeit to nemaina. Ierakstā teiktais ir tā autora viedoklis.

## Ko šeit dara jūsu pārlūks

Programma, kas raksta šīs lapas, neliek tajās ne sīkdatnes, ne skaitītājus. Attēli un ieraksti nāk no pašu blogu serveriem, kuriem pārlūks nesaka, kur jūs tos redzat. Ko pieraksta šo lapu serveris, programma pateikt nevar.`,
  aboutAsk: 'Rakstiet, norādot tā adresi: {owner}.',
  aboutAskNobody: 'Jautājiet tam, kas uztur šo planētu.',
}
