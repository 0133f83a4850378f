import type { Translation } from './messages.ts'

/** Catalan. Not yet read by a native speaker. */
export const ca: Translation = {
  thousands: '.',
  gathers: '{name}: el que una comunitat escriu als seus blogs, en un sol lloc.',
  skip: 'Ves al contingut',
  pages: 'Pàgines',
  latest: 'Novetats',
  blogs: 'Blogs',
  archive: 'Arxiu',
  about: 'Quant a',
  subscribe: 'Subscriu-t’hi',
  subscriptions: 'Subscripcions ({count})',
  tags: 'Etiquetes',
  languages: 'Llengües',
  popular: 'Enllaços populars',
  popularWeek: 'El que més blogs han enllaçat en una setmana.',
  popularMonth: 'El que més blogs han enllaçat en un mes.',
  quiet: 'Silenciosos',
  feed: 'canal',
  feedOf: 'Canal de {name}',
  unreachable: 'inaccessible des del {date}',
  gone: 'desaparegut des del {date}',
  by: 'per {author}, {time}',
  alsoIn: 'també a {blogs}',
  untitled: 'Sense títol',
  untitledStart: 'Sense títol — {start}',
  attachment: 'Adjunt',
  shortened: 'Abreujat perquè aquest canal continuï sent petit; el text complet: {link}',
  feedNotice: 'Això és un canal: afegiu-ne l’adreça a un lector de canals i les noves entrades us arribaran soles.',
  readOn: {
    one: 'Continua llegint (1 paraula, {minutes} min)',
    many: 'Continua llegint ({count} de paraules, {minutes} min)',
    other: 'Continua llegint ({count} paraules, {minutes} min)',
  },
  readAll: 'Continua llegint',
  quoted: '«{text}»',
  code: 'Codi {number} a «{title}»',
  table: 'Taula {number} a «{title}»',
  picture: 'Imatge: {text}',
  days: 'Dies',
  months: 'Mesos',
  years: 'Anys',
  older: 'Anterior: {date} →',
  newer: '← Següent: {date}',
  olderEntries: 'Entrades anteriors',
  nothing: 'Encara no hi ha res',
  nothingRead: 'Els blogs d’aquest planeta encara no s’han llegit. {command} diu per què.',
  nothingAdded: 'Encara no s’ha afegit cap blog. Poseu l’adreça d’un canal sota {key} a {file} i executeu {command}.',
  nothingPosted: 'Encara no hi ha entrades.',
  updated: 'Actualitzat: {time} ({zone})',
  times: 'Hores de {zone}.',
  blogCount: { one: '1 blog', many: '{count} de blogs', other: '{count} blogs' },
  ask: 'Per ser-hi o sortir-ne, escriviu a {owner}.',
  feeds: 'Canals',
  listOfBlogs: 'OPML (la llista de blogs)',
  rights: 'Els textos són dels seus autors.',
  software: 'Fet amb {name}.',
  daysWithPosts: 'Dies amb entrades: {month}',
  allOf: 'Tot: {month}',
  byMonth: 'Entrades anteriors, per mes',
  website: 'Lloc web',
  language: 'Llengua',
  firstPost: 'Primera entrada',
  lastPost: 'Última entrada',
  noLongerListed: 'Aquest blog ja no forma part del planeta. El que hi va escriure s’hi queda.',
  filedUnder: {
    one: '1 blog té aquesta etiqueta:',
    many: '{count} de blogs tenen aquesta etiqueta:',
    other: '{count} blogs tenen aquesta etiqueta:',
  },
  posts: {
    one: '1 entrada en dotze mesos',
    many: '{count} d’entrades en dotze mesos',
    other: '{count} entrades en dotze mesos',
  },
  postsAndLast: '{posts}, l’última el {date}',
  noPosts: 'cap entrada en dotze mesos',
  feedStates: 'Com estan els canals',
  blog: 'Blog',
  state: 'Estat',
  stateFine: 'llegit',
  stateNew: 'encara no llegit',
  statePaused: 'en pausa',
  stateServerError: 'el servidor respon amb un error des del {date}',
  stateNoFeed: 'sense cap canal llegible des del {date}',
  stateQuarantined: 'en revisió des del {date}: sembla un altre blog',
  stateQuiet: 'silenciós des del {date}',
  notFound: 'Aquesta pàgina no existeix',
  notFoundText:
    'Potser s’ha mogut, potser no ha existit mai. Tot el que s’ha escrit aquí és a l’{archive}; el més nou és a la {front}.',
  notFoundFront: 'portada',
  notFoundArchive: 'arxiu',
  subscribeText:
    'Afegiu aquesta adreça a un lector de canals i el que s’escrigui aquí us arribarà sol: sense compte, sense correu, sense algorisme.',
  subscribeEverything: 'Tot',
  subscribeTag: 'Només una etiqueta',
  subscribeList: 'Tots els blogs, un per un',
  subscribeListText: 'Aquesta llista es pot importar en un lector de canals, que consultarà cada blog pel seu compte.',
  addressOf: 'Adreça: {name}',
  copy: 'Copia',
  copied: 'Copiat',
  tools: 'Ajudes de lectura',
  markNew: 'Marca el que és nou des de la meva última visita',
  isNew: 'nou',
  shortcuts: 'Dreceres de teclat',
  shortcutList:
    'j: entrada següent. k: entrada anterior. n: dia següent. p: dia anterior. o: obre-la. /: cerca, si n’hi ha. ?: aquesta llista.',
  weeks: 'Setmanes',
  digestWeekly: 'Resum setmanal',
  digestDaily: 'Resum diari',
  digestText:
    'Una entrada per setmana o per dia, amb tot a dins: per a serveis de correu i per a qui llegeix de tant en tant.',
  titles: 'Títols',
  onThisPage: 'En aquesta pàgina',
  toTop: 'Torna a dalt',
  textSize: 'Mida del text',
  sizeSmall: 'petita',
  sizeNormal: 'normal',
  sizeLarge: 'gran',
  longPosts: 'Entrades llargues',
  longAsIs: 'com en aquesta pàgina',
  longBrief: 'només el començament',
  longWhole: 'senceres',
  original: 'Original',
  search: 'Cerca',
  searchNoScript:
    'La cerca necessita JavaScript. Sense, totes les entrades són a l’{archive}, i les més noves a {titles}.',
  searchNothing: 'No s’ha trobat res.',
  searchFound: 'Resultats: {count}',
  searchMore: 'Més resultats',
  searchAll: 'Tots',
  searchNewest: 'Primer les més noves',
  searchFailed: 'No s’ha pogut carregar la cerca.',
  aboutPlanet: `# Quant a {title}

{title} és un planeta: una pàgina que recull el que escriu una comunitat. Cada entrada ve del blog d’algú, a través del canal que aquest blog publica, i hi porta de tornada. Per seguir-ho, llegiu les [entrades més noves]({front}) o [subscriviu-vos-hi]({subscribe}).

## Com ser-hi

El vostre blog necessita un canal (la majoria en té) i alguna cosa a dir a la gent d’aquí. {ask}

## Com sortir-ne

De la mateixa manera. Un blog es pot treure de la llista, i el que hi va escriure, d’aquestes pàgines.

## De qui són els textos

Cada text i cada imatge és de qui l’ha fet, segons les condicions del blog d’on ve. Res del que hi ha aquí ho canvia. El que diu una entrada és l’opinió de qui l’ha escrit.

## Què hi fa el vostre navegador

El programa que escriu aquestes pàgines no hi posa ni galetes ni comptadors. Les imatges i els enregistraments venen dels servidors dels mateixos blogs, als quals el navegador no diu on els veieu. El que anota el servidor d’aquestes pàgines, el programa no ho pot dir.`,
  aboutAsk: 'Escriviu a {owner} amb la seva adreça.',
  aboutAskNobody: 'Pregunteu-ho a qui porta aquest planeta.',
}
