import type { Translation } from './messages.ts'

/** Finnish. Not yet read by a native speaker. */
export const fi: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: mitä yhteisö kirjoittaa blogeissaan, yhdessä paikassa.',
  skip: 'Siirry sisältöön',
  pages: 'Sivut',
  latest: 'Uusimmat',
  blogs: 'Blogit',
  archive: 'Arkisto',
  about: 'Tietoja',
  subscribe: 'Tilaa',
  subscriptions: 'Tilaukset ({count})',
  tags: 'Avainsanat',
  quiet: 'Hiljentyneet',
  feed: 'syöte',
  feedOf: 'Syöte: {name}',
  unreachable: 'ei tavoitettavissa, alkaen {date}',
  gone: 'kadonnut {date}',
  by: '{author}, {time}',
  alsoIn: 'myös: {blogs}',
  untitled: 'Nimetön',
  untitledStart: 'Nimetön — {start}',
  attachment: 'Liite',
  shortened: 'Lyhennetty, jotta syöte pysyy pienenä; koko teksti: {link}',
  feedNotice: 'Tämä on syöte: lisää sen osoite syötteenlukijaan, niin uudet kirjoitukset tulevat itsestään.',
  readOn: { one: 'Lue lisää (1 sana, {minutes} min)', other: 'Lue lisää ({count} sanaa, {minutes} min)' },
  readAll: 'Lue lisää',
  quoted: '”{text}”',
  code: 'Koodi {number} kirjoituksessa ”{title}”',
  table: 'Taulukko {number} kirjoituksessa ”{title}”',
  picture: 'Kuva: {text}',
  days: 'Päivät',
  months: 'Kuukaudet',
  years: 'Vuodet',
  older: 'Vanhempi: {date} →',
  newer: '← Uudempi: {date}',
  olderEntries: 'Vanhemmat kirjoitukset',
  nothing: 'Täällä ei ole vielä mitään',
  nothingRead: 'Tämän planeetan blogeja ei ole vielä luettu. {command} kertoo syyn.',
  nothingAdded:
    'Yhtään blogia ei ole vielä lisätty. Kirjoita syötteen osoite kohtaan {key} tiedostossa {file} ja suorita {command}.',
  nothingPosted: 'Ei vielä kirjoituksia.',
  updated: 'Päivitetty: {time} ({zone})',
  times: 'Ajat: {zone}.',
  blogCount: { one: '1 blogi', other: '{count} blogia' },
  ask: 'Lisäykset ja poistot: {owner}.',
  feeds: 'Syötteet',
  listOfBlogs: 'OPML (blogien luettelo)',
  rights: 'Tekstit kuuluvat kirjoittajilleen.',
  software: 'Tehty ohjelmalla {name}.',
  daysWithPosts: 'Päivät, joina on kirjoituksia: {month}',
  allOf: 'Kaikki: {month}',
  byMonth: 'Aiemmat kirjoitukset kuukausittain',
  website: 'Verkkosivusto',
  language: 'Kieli',
  firstPost: 'Ensimmäinen kirjoitus',
  lastPost: 'Viimeisin kirjoitus',
  noLongerListed: 'Tämä blogi ei enää kuulu planeettaan. Sen täällä julkaistut kirjoitukset säilyvät.',
  filedUnder: { one: 'Tällä avainsanalla on 1 blogi:', other: 'Tällä avainsanalla on {count} blogia:' },
  posts: { one: '1 kirjoitus kahdessatoista kuukaudessa', other: '{count} kirjoitusta kahdessatoista kuukaudessa' },
  postsAndLast: '{posts}, viimeisin {date}',
  noPosts: 'ei kirjoituksia kahteentoista kuukauteen',
  feedStates: 'Miten syötteet voivat',
  blog: 'Blogi',
  state: 'Tila',
  stateFine: 'luettu',
  stateNew: 'ei vielä luettu',
  statePaused: 'keskeytetty',
  stateServerError: 'palvelin vastaa virheellä, alkaen {date}',
  stateNoFeed: 'ei luettavaa syötettä, alkaen {date}',
  stateQuarantined: 'tarkistettavana, alkaen {date}: vaikuttaa toiselta blogilta',
  stateQuiet: 'hiljaa, alkaen {date}',
  notFound: 'Tällaista sivua ei ole',
  notFoundText:
    'Se on ehkä siirtynyt, tai sitä ei ole koskaan ollut. Kaikki täällä kirjoitettu: {archive}; uusimmat: {front}.',
  notFoundFront: 'etusivu',
  notFoundArchive: 'arkisto',
  subscribeText:
    'Lisää tämä osoite syötteenlukijaan, niin täällä kirjoitettu tulee luoksesi itsestään: ei tiliä, ei sähköpostia, ei algoritmia.',
  subscribeEverything: 'Kaikki',
  subscribeTag: 'Vain yksi avainsana',
  subscribeList: 'Kaikki blogit erikseen',
  subscribeListText: 'Tämän luettelon voi tuoda syötteenlukijaan, joka sitten kysyy jokaiselta blogilta itse.',
  addressOf: 'Osoite: {name}',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  tools: 'Lukemisen apuvälineet',
  markNew: 'Merkitse, mikä on uutta edellisen käyntini jälkeen',
  isNew: 'uusi',
  shortcuts: 'Pikanäppäimet',
  shortcutList:
    'j: seuraava kirjoitus. k: edellinen kirjoitus. n: seuraava päivä. p: edellinen päivä. o: avaa. /: haku, jos sellainen on. ?: tämä luettelo.',
  weeks: 'Viikot',
  digestWeekly: 'Viikkokooste',
  digestDaily: 'Päiväkooste',
  digestText: 'Yksi kirjoitus viikkoa tai päivää kohti, ja siinä kaikki: postipalveluille ja harvoin lukeville.',
  titles: 'Otsikot',
  onThisPage: 'Tällä sivulla',
  toTop: 'Sivun alkuun',
  textSize: 'Tekstin koko',
  sizeSmall: 'pieni',
  sizeNormal: 'tavallinen',
  sizeLarge: 'suuri',
  longPosts: 'Pitkät kirjoitukset',
  longAsIs: 'kuten tällä sivulla',
  longBrief: 'vain alku',
  longWhole: 'kokonaan',
  original: 'Alkuperäinen',
  aboutPlanet: `# Tietoja: {title}

{title} on planeetta: sivu, joka kokoaa yhteisön kirjoitukset. Jokainen kirjoitus tulee jonkun omasta blogista, blogin julkaiseman syötteen kautta, ja johtaa takaisin sinne. Jos haluat seurata, lue [uusimmat kirjoitukset]({front}) tai [tilaa]({subscribe}).

## Miten pääset mukaan

Blogisi tarvitsee syötteen (useimmilla on) ja jotain sanottavaa täkäläisille. {ask}

## Miten pääset pois

Samalla tavalla. Blogi voidaan poistaa luettelosta ja sen kirjoitukset näiltä sivuilta.

## Kenen tekstit ovat

Jokainen teksti ja kuva kuuluu tekijälleen sen blogin ehdoilla, josta se on peräisin. Mikään täällä ei muuta sitä. Kirjoituksen sanoma on kirjoittajansa mielipide.

## Mitä selaimesi tekee täällä

Nämä sivut kirjoittava ohjelma ei pane niihin evästeitä eikä laskureita. Kuvat ja tallenteet tulevat blogien omilta palvelimilta, joille selaimesi ei kerro, missä näet ne. Mitä näiden sivujen palvelin merkitsee muistiin, sitä ohjelma ei voi sanoa.`,
  aboutAsk: 'Lähetä sen osoite: {owner}.',
  aboutAskNobody: 'Kysy planeetan ylläpitäjältä.',
}
