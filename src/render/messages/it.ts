import type { Translation } from './messages.ts'

/** Italian. Not yet read by a native speaker. */
export const it: Translation = {
  thousands: '.',
  gathers: '{name}: quello che una comunità scrive nei suoi blog, in un solo posto.',
  skip: 'Vai al contenuto',
  pages: 'Pagine',
  latest: 'Ultimi articoli',
  blogs: 'Blog',
  archive: 'Archivio',
  about: 'Informazioni',
  subscribe: 'Abbonati',
  subscriptions: 'Iscrizioni ({count})',
  tags: 'Tag',
  languages: 'Lingue',
  popular: 'Link popolari',
  popularWeek: 'Ciò a cui più blog hanno rimandato in una settimana.',
  popularMonth: 'Ciò a cui più blog hanno rimandato in un mese.',
  quiet: 'Silenziosi',
  feed: 'feed',
  feedOf: 'Feed di {name}',
  unreachable: 'irraggiungibile dal {date}',
  gone: 'scomparso dal {date}',
  by: 'di {author}, {time}',
  alsoIn: 'anche su {blogs}',
  untitled: 'Senza titolo',
  untitledStart: 'Senza titolo — {start}',
  attachment: 'Allegato',
  shortened: 'Abbreviato perché questo feed resti piccolo; il testo completo: {link}',
  feedNotice:
    'Questo è un feed: aggiungi il suo indirizzo a un lettore di feed e i nuovi articoli arriveranno da soli.',
  readOn: {
    one: 'Continua a leggere (1 parola, {minutes} min)',
    many: 'Continua a leggere ({count} di parole, {minutes} min)',
    other: 'Continua a leggere ({count} parole, {minutes} min)',
  },
  readAll: 'Continua a leggere',
  quoted: '«{text}»',
  code: 'Codice {number} in «{title}»',
  table: 'Tabella {number} in «{title}»',
  picture: 'Immagine: {text}',
  days: 'Giorni',
  months: 'Mesi',
  years: 'Anni',
  older: 'Precedente: {date} →',
  newer: '← Successivo: {date}',
  olderEntries: 'Articoli precedenti',
  nothing: 'Qui non c’è ancora nulla',
  nothingRead: 'I blog di questo pianeta non sono ancora stati letti. {command} dice perché.',
  nothingAdded:
    'Nessun blog è stato ancora aggiunto. Metti l’indirizzo di un feed sotto {key} in {file}, poi esegui {command}.',
  nothingPosted: 'Ancora nessun articolo.',
  updated: 'Aggiornato: {time} ({zone})',
  times: 'Gli orari sono {zone}.',
  blogCount: { one: '1 blog', many: '{count} di blog', other: '{count} blog' },
  ask: 'Per essere aggiunti o rimossi, scrivi a {owner}.',
  feeds: 'Feed',
  listOfBlogs: 'OPML (l’elenco dei blog)',
  rights: 'I testi appartengono ai loro autori.',
  software: 'Fatto con {name}.',
  daysWithPosts: 'Giorni con articoli: {month}',
  allOf: 'Tutto: {month}',
  byMonth: 'Articoli precedenti, per mese',
  website: 'Sito web',
  language: 'Lingua',
  firstPost: 'Primo articolo',
  lastPost: 'Ultimo articolo',
  noLongerListed: 'Questo blog non fa più parte del pianeta. Quello che ha scritto qui rimane.',
  filedUnder: {
    one: '1 blog ha questo tag:',
    many: '{count} di blog hanno questo tag:',
    other: '{count} blog hanno questo tag:',
  },
  posts: {
    one: '1 articolo in dodici mesi',
    many: '{count} di articoli in dodici mesi',
    other: '{count} articoli in dodici mesi',
  },
  postsAndLast: '{posts}, l’ultimo il {date}',
  noPosts: 'nessun articolo in dodici mesi',
  feedStates: 'Come stanno i feed',
  blog: 'Blog',
  state: 'Stato',
  stateFine: 'letto',
  stateNew: 'non ancora letto',
  statePaused: 'in pausa',
  stateServerError: 'il suo server risponde con un errore dal {date}',
  stateNoFeed: 'nessun feed leggibile dal {date}',
  stateQuarantined: 'in verifica dal {date}: sembra un altro blog',
  stateQuiet: 'silenzioso dal {date}',
  notFound: 'Questa pagina non esiste',
  notFoundText:
    'Forse è stata spostata, forse non è mai esistita. Tutto ciò che è stato scritto qui è nell’{archive}; le novità sono in {front}.',
  notFoundFront: 'prima pagina',
  notFoundArchive: 'archivio',
  subscribeText:
    'Aggiungi questo indirizzo a un lettore di feed e quello che si scrive qui arriverà da solo: senza account, senza e-mail, senza algoritmo.',
  subscribeEverything: 'Tutto',
  subscribeTag: 'Solo un tag',
  subscribeList: 'Tutti i blog, uno per uno',
  subscribeListText: 'Questo elenco si può importare in un lettore di feed, che poi interrogherà ogni blog da sé.',
  addressOf: 'Indirizzo: {name}',
  copy: 'Copia',
  copied: 'Copiato',
  tools: 'Aiuti alla lettura',
  markNew: 'Segna ciò che è nuovo dalla mia ultima visita',
  isNew: 'nuovo',
  shortcuts: 'Scorciatoie da tastiera',
  shortcutList:
    'j: articolo successivo. k: articolo precedente. n: giorno successivo. p: giorno precedente. o: aprilo. /: ricerca, se c’è. ?: questo elenco.',
  weeks: 'Settimane',
  digestWeekly: 'Riepilogo settimanale',
  digestDaily: 'Riepilogo quotidiano',
  digestText: 'Una voce per settimana o per giorno, con tutto dentro: per i servizi di posta e per chi legge di rado.',
  titles: 'Titoli',
  onThisPage: 'In questa pagina',
  toTop: 'Torna su',
  textSize: 'Dimensione del testo',
  sizeSmall: 'piccolo',
  sizeNormal: 'normale',
  sizeLarge: 'grande',
  longPosts: 'Articoli lunghi',
  longAsIs: 'come in questa pagina',
  longBrief: 'solo l’inizio',
  longWhole: 'per intero',
  original: 'Originale',
  search: 'Cerca',
  searchNoScript:
    'La ricerca richiede JavaScript. Senza, tutti gli articoli sono nell’{archive}, i più recenti sotto {titles}.',
  searchNothing: 'Nessun risultato.',
  searchFound: 'Risultati: {count}',
  searchMore: 'Altri risultati',
  searchAll: 'Tutti',
  searchNewest: 'Prima i più recenti',
  searchFailed: 'Non è stato possibile caricare la ricerca.',
  aboutPlanet: `# Informazioni su {title}

{title} è un pianeta: una pagina che raccoglie ciò che scrive una comunità. Ogni articolo viene dal blog di qualcuno, attraverso il feed che il blog pubblica, e riporta lì. Per seguire, leggi gli [ultimi articoli]({front}) o [abbonati]({subscribe}).

## Come essere aggiunti

Il tuo blog ha bisogno di un feed (quasi tutti ne hanno uno) e di qualcosa da dire alle persone di qui. {ask}

## Come essere rimossi

Allo stesso modo. Un blog può essere tolto dall’elenco, e ciò che ha scritto, da queste pagine.

## Di chi sono i testi

Ogni testo e ogni immagine appartiene a chi l’ha fatto, alle condizioni del blog da cui proviene. Niente qui lo cambia. Quello che dice un articolo è l’opinione di chi l’ha scritto.

## Che cosa fa qui il tuo browser

Il programma che scrive queste pagine non vi mette né cookie né contatori. Immagini e registrazioni vengono dai server dei blog stessi, ai quali il tuo browser non dice dove le vedi. Che cosa annoti il server di queste pagine, il programma non può dirlo.`,
  aboutAsk: 'Scrivi a {owner} con il suo indirizzo.',
  aboutAskNobody: 'Chiedi a chi gestisce questo pianeta.',
}
