import type { Messages } from './messages.ts'

/** German. Not yet read by a native speaker. */
export const de: Messages = {
  thousands: '.',
  gathers: '{name}: was eine Gemeinschaft in ihren Blogs schreibt, an einem Ort.',
  skip: 'Zum Inhalt springen',
  pages: 'Seiten',
  latest: 'Neues',
  blogs: 'Blogs',
  archive: 'Archiv',
  about: 'Über uns',
  subscribe: 'Abonnieren',
  subscriptions: 'Abonnements ({count})',
  tags: 'Schlagwörter',
  quiet: 'Still geworden',
  feed: 'Feed',
  feedOf: 'Feed von {name}',
  unreachable: 'nicht erreichbar seit {date}',
  gone: 'verschwunden seit {date}',
  by: 'von {author} am {time}',
  alsoIn: 'auch in {blogs}',
  untitled: 'Ohne Titel',
  untitledStart: 'Ohne Titel — {start}',
  attachment: 'Anhang',
  discuss: 'Mitreden',
  shortened: 'Gekürzt, damit dieser Feed klein bleibt; der ganze Text: {link}',
  feedNotice:
    'Das ist ein Feed: Gib seine Adresse in einen Feedreader ein, und neue Beiträge kommen von selbst zu dir.',
  readOn: { one: 'Weiterlesen (1 Wort, {minutes} Min.)', other: 'Weiterlesen ({count} Wörter, {minutes} Min.)' },
  readAll: 'Weiterlesen',
  original: 'Original',
  quoted: '„{text}“',
  code: 'Code {number} in „{title}“',
  table: 'Tabelle {number} in „{title}“',
  picture: 'Bild: {text}',
  days: 'Tage',
  months: 'Monate',
  years: 'Jahre',
  older: 'Älter: {date} →',
  newer: '← Neuer: {date}',
  olderEntries: 'Ältere Einträge',
  onThisPage: 'Auf dieser Seite',
  toTop: 'Nach oben',
  nothing: 'Hier ist noch nichts',
  nothingRead: 'Die Blogs dieses Planeten wurden noch nicht gelesen. {command} sagt, warum.',
  nothingAdded:
    'Es ist noch kein Blog eingetragen. Trage die Adresse eines Feeds unter {key} in {file} ein und starte dann {command}.',
  nothingPosted: 'Noch keine Beiträge.',
  updated: 'Stand: {time} ({zone})',
  times: 'Alle Zeiten: {zone}.',
  blogCount: { one: '1 Blog', other: '{count} Blogs' },
  ask: 'Aufnahme und Entfernung: {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (die Liste der Blogs)',
  rights: 'Die Texte gehören ihren Autorinnen und Autoren.',
  software: 'Gemacht mit {name}.',
  daysWithPosts: 'Tage mit Beiträgen im {month}',
  allOf: 'Alles vom {month}',
  dayPosts: '{day}: {posts}',
  postCount: { one: '1 Beitrag', other: '{count} Beiträge' },
  shades: 'Je kräftiger ein Tag getönt ist, desto mehr Beiträge hat er; die meisten an einem Tag: {posts}.',
  byMonth: 'Frühere Beiträge nach Monaten',
  website: 'Website',
  language: 'Sprache',
  firstPost: 'Erster Beitrag',
  lastPost: 'Letzter Beitrag',
  noLongerListed: 'Dieses Blog gehört nicht mehr zum Planeten. Was es hier geschrieben hat, bleibt.',
  filedUnder: { one: '1 Blog steht unter diesem Schlagwort:', other: '{count} Blogs stehen unter diesem Schlagwort:' },
  posts: { one: '1 Beitrag in zwölf Monaten', other: '{count} Beiträge in zwölf Monaten' },
  postsAndLast: '{posts}, zuletzt am {date}',
  noPosts: 'keine Beiträge in zwölf Monaten',
  byName: 'Nach Namen',
  byLastPost: 'Nach letztem Beitrag',
  feedStates: 'Wie es den Feeds geht',
  blog: 'Blog',
  state: 'Zustand',
  stateFine: 'gelesen',
  stateNew: 'noch nicht gelesen',
  statePaused: 'ausgesetzt',
  stateServerError: 'Fehler auf dem Server seit {date}',
  stateNoFeed: 'kein lesbarer Feed seit {date}',
  stateQuarantined: 'wird seit {date} geprüft: es sieht nach einem anderen Blog aus',
  stateQuiet: 'still seit {date}',
  notFound: 'Diese Seite gibt es nicht',
  notFoundText:
    'Vielleicht ist sie umgezogen, vielleicht gab es sie nie. Was hier je geschrieben wurde, steht im {archive}; das Neueste auf der {front}.',
  notFoundFront: 'Startseite',
  notFoundArchive: 'Archiv',
  subscribeText:
    'Gib diese Adresse in einen Feedreader ein, und was hier geschrieben wird, kommt von selbst zu dir: ohne Konto, ohne Mailadresse, ohne Algorithmus.',
  subscribeEverything: 'Alles',
  subscribeTag: 'Nur ein Schlagwort',
  subscribeList: 'Alle Blogs, jedes für sich',
  subscribeListText: 'Diese Liste lässt sich in einen Feedreader einlesen, der dann jedes Blog selbst befragt.',
  addressOf: 'Adresse: {name}',
  copy: 'Kopieren',
  copied: 'Kopiert',
  tools: 'Lesehilfen',
  markNew: 'Markieren, was seit meinem letzten Besuch neu ist',
  isNew: 'neu',
  shortcuts: 'Tastenkürzel',
  textSize: 'Schriftgröße',
  sizeSmall: 'klein',
  sizeNormal: 'normal',
  sizeLarge: 'groß',
  longPosts: 'Lange Beiträge',
  longAsIs: 'wie auf dieser Seite',
  longBrief: 'nur ihr Anfang',
  longWhole: 'ganz',
  shortcutList:
    'j: nächster Eintrag. k: voriger Eintrag. n: nächster Tag. p: voriger Tag. o: öffnen. /: Suche, wo es eine gibt. ?: diese Liste.',
  weeks: 'Wochen',
  digestWeekly: 'Wöchentliche Übersicht',
  digestDaily: 'Tägliche Übersicht',
  digestText:
    'Ein Eintrag für jede Woche oder jeden Tag, mit allem darin: für Maildienste und für alle, die selten lesen.',
  titles: 'Titel',
  search: 'Suche',
  searchNoScript: 'Die Suche braucht JavaScript. Ohne steht jeder Beitrag im {archive}, die neuesten unter {titles}.',
  searchNothing: 'Nichts gefunden.',
  searchFound: 'Treffer: {count}',
  searchMore: 'Mehr Treffer',
  searchAll: 'Alle',
  searchNewest: 'Neueste zuerst',
  searchFailed: 'Die Suche konnte nicht geladen werden.',
  aboutPlanet: `# Über {title}

{title} ist ein Planet: eine Seite, die sammelt, was eine Gemeinschaft schreibt. Jeder Beitrag kommt aus einem eigenen Blog, durch den Feed, den das Blog veröffentlicht, und führt dorthin zurück. Lies die [neuesten Beiträge]({front}) oder [abonniere sie]({subscribe}).

## Aufgenommen werden

Dein Blog braucht einen Feed (die meisten haben einen) und etwas, das die Leute hier angeht. {ask}

## Entfernt werden

Auf demselben Weg. Ein Blog kann von der Liste genommen werden, und was es geschrieben hat, von diesen Seiten.

## Wem die Texte gehören

Jeder Text und jedes Bild gehört, wer es gemacht hat, zu den Bedingungen des Blogs, aus dem es kommt. Daran ändert diese Seite nichts. Was in einem Beitrag steht, ist die Meinung der Person, die ihn schrieb.

## Was dein Browser hier tut

Die Software, die diese Seiten schreibt, setzt weder Cookies noch Zähler hinein. Bilder und Aufnahmen kommen von den Servern der Blogs, denen dein Browser nicht verrät, wo du sie ansiehst. Was der Server dieser Seiten aufzeichnet, kann die Software nicht sagen.`,
  aboutAsk: 'Schreib mit seiner Adresse an {owner}.',
  aboutAskNobody: 'Frag, wer diesen Planeten betreibt.',
}
