import type { Translation } from './messages.ts'

/** Basque. Not yet read by a native speaker. */
export const eu: Translation = {
  thousands: '.',
  gathers: '{name}: komunitate batek bere blogetan idazten duena, leku bakarrean.',
  skip: 'Joan edukira',
  pages: 'Orriak',
  latest: 'Azkenak',
  blogs: 'Blogak',
  archive: 'Artxiboa',
  about: 'Honi buruz',
  subscribe: 'Harpidetu',
  subscriptions: 'Harpidetzak ({count})',
  tags: 'Etiketak',
  languages: 'Hizkuntzak',
  popular: 'Esteka ezagunak',
  popularWeek: 'Astebetean blog gehienek estekatu dutena.',
  popularMonth: 'Hilabetean blog gehienek estekatu dutena.',
  quiet: 'Isilik',
  feed: 'jarioa',
  feedOf: '{name} blogaren jarioa',
  unreachable: 'ezin da atzitu data honetatik: {date}',
  gone: 'desagertua data honetatik: {date}',
  by: '{author}, {time}',
  alsoIn: 'hemen ere bai: {blogs}',
  untitled: 'Izenbururik gabe',
  untitledStart: 'Izenbururik gabe — {start}',
  attachment: 'Eranskina',
  shortened: 'Laburtua, jario hau txikia izan dadin; testu osoa: {link}',
  feedNotice:
    'Hau jario bat da: jarri haren helbidea jario-irakurle batean, eta sarrera berriak zuregana etorriko dira.',
  readOn: { one: 'Irakurri gehiago (hitz 1, {minutes} min)', other: 'Irakurri gehiago ({count} hitz, {minutes} min)' },
  readAll: 'Irakurri gehiago',
  quoted: '«{text}»',
  code: '{number}. kodea: «{title}»',
  table: '{number}. taula: «{title}»',
  picture: 'Irudia: {text}',
  days: 'Egunak',
  months: 'Hilabeteak',
  years: 'Urteak',
  older: 'Zaharragoa: {date} →',
  newer: '← Berriagoa: {date}',
  olderEntries: 'Sarrera zaharragoak',
  nothing: 'Oraindik ez dago ezer hemen',
  nothingRead: 'Planeta honetako blogak ez dira oraindik irakurri. {command} komandoak esango du zergatik.',
  nothingAdded:
    'Oraindik ez da blogik gehitu. Idatzi jario baten helbidea {key} azpian, {file} fitxategian, eta exekutatu {command}.',
  nothingPosted: 'Oraindik ez dago sarrerarik.',
  updated: 'Eguneratua: {time} ({zone})',
  times: 'Orduak: {zone}.',
  blogCount: { one: 'blog 1', other: '{count} blog' },
  ask: 'Gehitzeko edo kentzeko, galdetu: {owner}.',
  feeds: 'Jarioak',
  listOfBlogs: 'OPML (blogen zerrenda)',
  rights: 'Testuak egileenak dira.',
  software: '{name} programarekin egina.',
  daysWithPosts: 'Sarrerak dituzten egunak: {month}',
  allOf: 'Dena: {month}',
  byMonth: 'Aurreko sarrerak, hilabeteka',
  website: 'Webgunea',
  language: 'Hizkuntza',
  firstPost: 'Lehen sarrera',
  lastPost: 'Azken sarrera',
  noLongerListed: 'Blog hau ez da jada planetaren parte. Hemen idatzi zuena gelditzen da.',
  filedUnder: { one: 'Blog batek du etiketa hau:', other: '{count} blogek dute etiketa hau:' },
  posts: { one: 'sarrera 1 hamabi hilabetean', other: '{count} sarrera hamabi hilabetean' },
  postsAndLast: '{posts}, azkena: {date}',
  noPosts: 'sarrerarik ez hamabi hilabetean',
  feedStates: 'Jarioen egoera',
  blog: 'Bloga',
  state: 'Egoera',
  stateFine: 'irakurrita',
  stateNew: 'irakurri gabe oraindik',
  statePaused: 'geldituta',
  stateServerError: 'zerbitzariak errorea ematen du data honetatik: {date}',
  stateNoFeed: 'jario irakurgarririk ez data honetatik: {date}',
  stateQuarantined: 'aztertzen data honetatik: {date}; beste blog bat dirudi',
  stateQuiet: 'isilik data honetatik: {date}',
  notFound: 'Ez dago horrelako orririk',
  notFoundText: 'Agian lekuz aldatu da, agian ez da inoiz izan. Hemen idatzitako guztia: {archive}; berriena: {front}.',
  notFoundFront: 'azala',
  notFoundArchive: 'artxiboa',
  subscribeText:
    'Jarri helbide hau jario-irakurle batean, eta hemen idazten dena berez etorriko da: konturik, posta helbiderik eta algoritmorik gabe.',
  subscribeEverything: 'Dena',
  subscribeTag: 'Etiketa bakarra',
  subscribeList: 'Blog guztiak, banan-banan',
  subscribeListText:
    'Zerrenda hau jario-irakurle batean inporta daiteke, eta hark berak galdetuko dio blog bakoitzari.',
  addressOf: 'Helbidea: {name}',
  copy: 'Kopiatu',
  copied: 'Kopiatuta',
  tools: 'Irakurtzeko laguntzak',
  markNew: 'Markatu nire azken bisitatik berria dena',
  isNew: 'berria',
  shortcuts: 'Laster-teklak',
  shortcutList:
    'j: hurrengo sarrera. k: aurreko sarrera. n: hurrengo eguna. p: aurreko eguna. o: ireki. /: bilaketa, baldin badago. ?: zerrenda hau.',
  weeks: 'Asteak',
  digestWeekly: 'Asteko laburpena',
  digestDaily: 'Eguneko laburpena',
  digestText:
    'Sarrera bat aste edo egun bakoitzeko, dena barruan: posta zerbitzuentzat eta gutxitan irakurtzen dutenentzat.',
  titles: 'Izenburuak',
  onThisPage: 'Orri honetan',
  toTop: 'Itzuli gora',
  textSize: 'Testuaren tamaina',
  sizeSmall: 'txikia',
  sizeNormal: 'arrunta',
  sizeLarge: 'handia',
  longPosts: 'Sarrera luzeak',
  longAsIs: 'orri honetan bezala',
  longBrief: 'hasiera bakarrik',
  longWhole: 'osorik',
  original: 'Jatorrizkoa',
  search: 'Bilatu',
  searchNoScript:
    'Bilaketak JavaScript behar du. Hura gabe, sarrera guztiak hemen daude: {archive}; berrienak hemen: {titles}.',
  searchNothing: 'Ez da ezer aurkitu.',
  searchFound: 'Emaitzak: {count}',
  searchMore: 'Emaitza gehiago',
  searchAll: 'Denak',
  searchNewest: 'Berrienak lehenik',
  searchFailed: 'Ezin izan da bilaketa kargatu.',
  aboutPlanet: `# {title}: honi buruz

{title} planeta bat da: komunitate batek idazten duena biltzen duen orria. Sarrera bakoitza norbaiten blogetik dator, blog horrek argitaratzen duen jarioaren bidez, eta hara itzultzen du. Jarraitzeko, irakurri [sarrera berrienak]({front}) edo [harpidetu]({subscribe}).

## Nola sartu

Zure blogak jario bat behar du (gehienek dute) eta hemengo jendeari zer esan. {ask}

## Nola irten

Era berean. Blog bat zerrendatik ken daiteke, eta idatzi zuena, orri hauetatik.

## Norenak diren testuak

Testu eta irudi bakoitza egilearena da, jatorrizko blogaren baldintzetan. Hemen ezerk ez du hori aldatzen. Sarrera batek dioena idatzi duenaren iritzia da.

## Zer egiten duen hemen zure nabigatzaileak

Orri hauek idazten dituen programak ez du cookierik ez kontagailurik jartzen. Irudiak eta grabazioak blogen beren zerbitzarietatik datoz, eta nabigatzaileak ez die esaten non ikusten dituzun. Orri hauen zerbitzariak zer jasotzen duen, programak ezin du esan.`,
  aboutAsk: 'Bidali blogaren helbidea: {owner}.',
  aboutAskNobody: 'Galdetu planeta hau daramanari.',
}
