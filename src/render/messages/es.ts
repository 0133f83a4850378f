import type { Translation } from './messages.ts'

/** Spanish. Not yet read by a native speaker. */
export const es: Translation = {
  thousands: '.',
  gathers: '{name}: lo que una comunidad escribe en sus blogs, en un solo lugar.',
  skip: 'Saltar al contenido',
  pages: 'Páginas',
  latest: 'Lo último',
  blogs: 'Blogs',
  archive: 'Archivo',
  about: 'Acerca de',
  subscribe: 'Suscribirse',
  subscriptions: 'Suscripciones ({count})',
  tags: 'Etiquetas',
  languages: 'Idiomas',
  popular: 'Enlaces populares',
  popularWeek: 'Lo que más blogs han enlazado en una semana.',
  popularMonth: 'Lo que más blogs han enlazado en un mes.',
  quiet: 'Sin novedades',
  feed: 'feed',
  feedOf: 'Feed de {name}',
  unreachable: 'inaccesible desde el {date}',
  gone: 'desaparecido desde el {date}',
  by: 'por {author}, {time}',
  alsoIn: 'también en {blogs}',
  untitled: 'Sin título',
  untitledStart: 'Sin título — {start}',
  attachment: 'Adjunto',
  shortened: 'Abreviado para que este feed siga siendo pequeño; el texto completo: {link}',
  feedNotice: 'Esto es un feed: añade su dirección a un lector de feeds y las nuevas entradas te llegarán solas.',
  readOn: {
    one: 'Seguir leyendo (1 palabra, {minutes} min)',
    many: 'Seguir leyendo ({count} de palabras, {minutes} min)',
    other: 'Seguir leyendo ({count} palabras, {minutes} min)',
  },
  readAll: 'Seguir leyendo',
  quoted: '«{text}»',
  code: 'Código {number} en «{title}»',
  table: 'Tabla {number} en «{title}»',
  picture: 'Imagen: {text}',
  days: 'Días',
  months: 'Meses',
  years: 'Años',
  older: 'Anterior: {date} →',
  newer: '← Siguiente: {date}',
  olderEntries: 'Entradas anteriores',
  nothing: 'Aquí no hay nada todavía',
  nothingRead: 'Los blogs de este planeta aún no se han leído. {command} dice por qué.',
  nothingAdded:
    'Aún no se ha añadido ningún blog. Pon la dirección de un feed bajo {key} en {file} y luego ejecuta {command}.',
  nothingPosted: 'Aún no hay entradas.',
  updated: 'Actualizado: {time} ({zone})',
  times: 'Horas según {zone}.',
  blogCount: { one: '1 blog', many: '{count} de blogs', other: '{count} blogs' },
  ask: 'Para entrar o salir de la lista, escribe a {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (la lista de blogs)',
  rights: 'Los textos pertenecen a sus autores.',
  software: 'Hecho con {name}.',
  daysWithPosts: 'Días con entradas: {month}',
  allOf: 'Todo: {month}',
  byMonth: 'Entradas anteriores, por mes',
  website: 'Sitio web',
  language: 'Idioma',
  firstPost: 'Primera entrada',
  lastPost: 'Última entrada',
  noLongerListed: 'Este blog ya no forma parte del planeta. Lo que escribió aquí se queda.',
  filedUnder: {
    one: '1 blog tiene esta etiqueta:',
    many: '{count} de blogs tienen esta etiqueta:',
    other: '{count} blogs tienen esta etiqueta:',
  },
  posts: {
    one: '1 entrada en doce meses',
    many: '{count} de entradas en doce meses',
    other: '{count} entradas en doce meses',
  },
  postsAndLast: '{posts}; la última, el {date}',
  noPosts: 'ninguna entrada en doce meses',
  feedStates: 'Cómo están los feeds',
  blog: 'Blog',
  state: 'Estado',
  stateFine: 'leído',
  stateNew: 'aún sin leer',
  statePaused: 'en pausa',
  stateServerError: 'su servidor responde con un error desde el {date}',
  stateNoFeed: 'sin un feed legible desde el {date}',
  stateQuarantined: 'en revisión desde el {date}: parece otro blog',
  stateQuiet: 'sin novedades desde el {date}',
  notFound: 'Esta página no existe',
  notFoundText:
    'Puede que se haya movido o que nunca haya existido. Todo lo que se ha escrito aquí está en el {archive}; lo más reciente, en la {front}.',
  notFoundFront: 'portada',
  notFoundArchive: 'archivo',
  subscribeText:
    'Añade esta dirección a un lector de feeds y lo que se escriba aquí te llegará solo: sin cuenta, sin correo, sin algoritmo.',
  subscribeEverything: 'Todo',
  subscribeTag: 'Solo una etiqueta',
  subscribeList: 'Todos los blogs, uno por uno',
  subscribeListText: 'Esta lista se puede importar en un lector de feeds, que consultará cada blog por su cuenta.',
  addressOf: 'Dirección: {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  tools: 'Ayudas de lectura',
  markNew: 'Marcar lo nuevo desde mi última visita',
  isNew: 'nuevo',
  shortcuts: 'Atajos de teclado',
  shortcutList:
    'j: entrada siguiente. k: entrada anterior. n: día siguiente. p: día anterior. o: abrirla. /: buscar, si se puede. ?: esta lista.',
  weeks: 'Semanas',
  digestWeekly: 'Resumen semanal',
  digestDaily: 'Resumen diario',
  digestText:
    'Una entrada por semana o por día, con todo dentro: para servicios de correo y para quien lee de vez en cuando.',
  titles: 'Títulos',
  onThisPage: 'En esta página',
  toTop: 'Volver arriba',
  textSize: 'Tamaño del texto',
  sizeSmall: 'pequeño',
  sizeNormal: 'normal',
  sizeLarge: 'grande',
  longPosts: 'Entradas largas',
  longAsIs: 'como en esta página',
  longBrief: 'solo el principio',
  longWhole: 'completas',
  original: 'Original',
  search: 'Buscar',
  searchNoScript:
    'La búsqueda necesita JavaScript. Sin él, todas las entradas están en el {archive} y las más recientes en {titles}.',
  searchNothing: 'No se ha encontrado nada.',
  searchFound: 'Resultados: {count}',
  searchMore: 'Más resultados',
  searchAll: 'Todos',
  searchNewest: 'Más recientes primero',
  searchFailed: 'No se ha podido cargar la búsqueda.',
  aboutPlanet: `# Acerca de {title}

{title} es un planeta: una página que reúne lo que escribe una comunidad. Cada entrada viene del blog de alguien, a través del feed que ese blog publica, y lleva de vuelta a él. Para seguirlo, lee las [entradas más recientes]({front}) o [suscríbete]({subscribe}).

## Cómo entrar

Tu blog necesita un feed (la mayoría tiene uno) y algo que decir a la gente de aquí. {ask}

## Cómo salir

De la misma manera. Un blog puede quitarse de la lista, y lo que escribió, de estas páginas.

## De quién son los textos

Cada texto y cada imagen pertenece a su autor, según las condiciones del blog del que procede. Nada de lo que hay aquí cambia eso. Lo que dice una entrada es la opinión de quien la escribió.

## Qué hace aquí tu navegador

El programa que escribe estas páginas no pone en ellas ni cookies ni contadores. Las imágenes y grabaciones vienen de los servidores de los propios blogs, a los que tu navegador no dice dónde las ves. Lo que anote el servidor de estas páginas no puede decirlo el programa.`,
  aboutAsk: 'Escribe a {owner} con su dirección.',
  aboutAskNobody: 'Pregunta a quien lleve este planeta.',
}
