import type { Translation } from './messages.ts'

/** Portuguese of Brazil. Not yet read by a native speaker. */
export const ptBr: Translation = {
  thousands: '.',
  gathers: '{name}: o que uma comunidade escreve em seus blogs, em um só lugar.',
  skip: 'Pular para o conteúdo',
  pages: 'Páginas',
  latest: 'Mais recentes',
  blogs: 'Blogs',
  archive: 'Arquivo',
  about: 'Sobre',
  subscribe: 'Assinar',
  subscriptions: 'Assinaturas ({count})',
  tags: 'Tags',
  languages: 'Idiomas',
  popular: 'Links populares',
  popularWeek: 'O que mais blogs indicaram em uma semana.',
  popularMonth: 'O que mais blogs indicaram em um mês.',
  quiet: 'Sem novidades',
  feed: 'feed',
  feedOf: 'Feed de {name}',
  unreachable: 'inacessível desde {date}',
  gone: 'fora do ar desde {date}',
  by: 'por {author}, {time}',
  alsoIn: 'também em {blogs}',
  untitled: 'Sem título',
  untitledStart: 'Sem título — {start}',
  attachment: 'Anexo',
  shortened: 'Encurtado para que este feed continue pequeno; o texto completo: {link}',
  feedNotice: 'Isto é um feed: coloque o endereço em um leitor de feeds, e os novos posts chegam até você.',
  readOn: {
    one: 'Continuar lendo (1 palavra, {minutes} min)',
    many: 'Continuar lendo ({count} de palavras, {minutes} min)',
    other: 'Continuar lendo ({count} palavras, {minutes} min)',
  },
  readAll: 'Continuar lendo',
  quoted: '“{text}”',
  code: 'Código {number} em “{title}”',
  table: 'Tabela {number} em “{title}”',
  picture: 'Imagem: {text}',
  days: 'Dias',
  months: 'Meses',
  years: 'Anos',
  older: 'Anterior: {date} →',
  newer: '← Seguinte: {date}',
  olderEntries: 'Posts anteriores',
  nothing: 'Ainda não há nada aqui',
  nothingRead: 'Os blogs deste planeta ainda não foram lidos. {command} diz por quê.',
  nothingAdded:
    'Nenhum blog foi adicionado ainda. Coloque o endereço de um feed em {key}, no arquivo {file}, e execute {command}.',
  nothingPosted: 'Nenhum post ainda.',
  updated: 'Atualizado: {time} ({zone})',
  times: 'Horários de {zone}.',
  blogCount: { one: '1 blog', many: '{count} de blogs', other: '{count} blogs' },
  ask: 'Para entrar ou sair, escreva para {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (a lista de blogs)',
  rights: 'Os textos pertencem a seus autores.',
  software: 'Feito com {name}.',
  daysWithPosts: 'Dias com posts: {month}',
  allOf: 'Tudo: {month}',
  byMonth: 'Posts anteriores, por mês',
  website: 'Site',
  language: 'Idioma',
  firstPost: 'Primeiro post',
  lastPost: 'Último post',
  noLongerListed: 'Este blog não faz mais parte do planeta. O que ele escreveu aqui permanece.',
  filedUnder: {
    one: '1 blog tem esta tag:',
    many: '{count} de blogs têm esta tag:',
    other: '{count} blogs têm esta tag:',
  },
  posts: { one: '1 post em doze meses', many: '{count} de posts em doze meses', other: '{count} posts em doze meses' },
  postsAndLast: '{posts}, o último em {date}',
  noPosts: 'nenhum post em doze meses',
  feedStates: 'Como estão os feeds',
  blog: 'Blog',
  state: 'Estado',
  stateFine: 'lido',
  stateNew: 'ainda não lido',
  statePaused: 'pausado',
  stateServerError: 'o servidor responde com erro desde {date}',
  stateNoFeed: 'sem feed legível desde {date}',
  stateQuarantined: 'em verificação desde {date}: parece ser outro blog',
  stateQuiet: 'sem novidades desde {date}',
  notFound: 'Esta página não existe',
  notFoundText:
    'Talvez tenha mudado de lugar, talvez nunca tenha existido. Tudo o que foi escrito aqui está no {archive}; o mais recente está na {front}.',
  notFoundFront: 'página inicial',
  notFoundArchive: 'arquivo',
  subscribeText:
    'Coloque este endereço em um leitor de feeds, e o que se escreve aqui chega até você: sem conta, sem e-mail, sem algoritmo.',
  subscribeEverything: 'Tudo',
  subscribeTag: 'Só uma tag',
  subscribeList: 'Todos os blogs, um por um',
  subscribeListText:
    'Esta lista pode ser importada em um leitor de feeds, que então consulta cada blog por conta própria.',
  addressOf: 'Endereço: {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  tools: 'Ajuda à leitura',
  markNew: 'Marcar o que é novo desde minha última visita',
  isNew: 'novo',
  shortcuts: 'Atalhos de teclado',
  shortcutList:
    'j: próximo post. k: post anterior. n: próximo dia. p: dia anterior. o: abrir. /: busca, se houver. ?: esta lista.',
  weeks: 'Semanas',
  digestWeekly: 'Resumo semanal',
  digestDaily: 'Resumo diário',
  digestText:
    'Uma entrada por semana ou por dia, com tudo dentro: para serviços de e-mail e para quem lê de vez em quando.',
  titles: 'Títulos',
  onThisPage: 'Nesta página',
  toTop: 'Voltar ao topo',
  textSize: 'Tamanho do texto',
  sizeSmall: 'pequeno',
  sizeNormal: 'normal',
  sizeLarge: 'grande',
  longPosts: 'Posts longos',
  longAsIs: 'como nesta página',
  longBrief: 'só o começo',
  longWhole: 'inteiros',
  original: 'Original',
  search: 'Buscar',
  searchNoScript:
    'A busca precisa de JavaScript. Sem ele, todos os posts estão no {archive}, e os mais recentes em {titles}.',
  searchNothing: 'Nada foi encontrado.',
  searchFound: 'Resultados: {count}',
  searchMore: 'Mais resultados',
  searchAll: 'Todos',
  searchNewest: 'Mais recentes primeiro',
  searchFailed: 'Não foi possível carregar a busca.',
  byLastPost: 'Por último post',
  byName: 'Por nome',
  discuss: 'Comentar',
  notSaid: 'não informado',
  postCount: { one: '1 post', many: '{count} de posts', other: '{count} posts' },
  shades: 'Quanto mais forte o tom de um dia, mais se publicou; máximo em um dia: {posts}.',
  stats: 'Estatísticas',
  statsBlog: 'Posts por blog',
  statsGrowth: 'Blogs no fim de cada ano',
  statsHour: 'Posts por hora',
  statsLanguage: 'Posts por idioma',
  statsMonth: 'Posts por mês',
  statsWeekday: 'Posts por dia da semana',
  dayPosts: '{day}: {posts}',
  aboutPlanet: `# Sobre {title}

{title} é um planeta: uma página que reúne o que uma comunidade escreve. Cada post vem do blog de alguém, pelo feed que esse blog publica, e leva de volta a ele. Para acompanhar, leia os [posts mais recentes]({front}) ou [assine]({subscribe}).

## Como entrar

Seu blog precisa de um feed (quase todos têm um) e de algo a dizer às pessoas daqui. {ask}

## Como sair

Da mesma forma. Um blog pode ser tirado da lista, e o que ele escreveu, destas páginas.

## De quem são os textos

Cada texto e cada imagem pertence a quem os fez, nas condições do blog de onde vêm. Nada aqui muda isso. O que um post diz é a opinião de quem o escreveu.

## O que seu navegador faz aqui

O programa que escreve estas páginas não põe nelas cookies nem contadores. {media} O que o servidor destas páginas registra, o programa não pode dizer.`,
  aboutMedia:
    'Imagens e gravações vêm dos servidores dos próprios blogs, aos quais seu navegador não diz onde você as vê.',
  aboutMediaKept:
    'As imagens são cópias guardadas aqui; as gravações vêm dos servidores dos próprios blogs, e só quando você as reproduz.',
  aboutAsk: 'Escreva para {owner} com o endereço.',
  aboutAskNobody: 'Pergunte a quem mantém este planeta.',
}
