import type { Translation } from './messages.ts'

/** Korean. Not yet read by a native speaker. */
export const ko: Translation = {
  thousands: ',',
  gathers: '{name}: 한 커뮤니티의 블로그 글을 한곳에 모았습니다.',
  skip: '본문으로 건너뛰기',
  pages: '페이지',
  latest: '최신',
  blogs: '블로그',
  archive: '보관함',
  about: '소개',
  subscribe: '구독',
  subscriptions: '구독 목록 ({count})',
  tags: '태그',
  quiet: '조용한 블로그',
  feed: '피드',
  feedOf: '{name} 피드',
  unreachable: '{date}부터 접속할 수 없음',
  gone: '{date}부터 사라짐',
  by: '{author}, {time}',
  alsoIn: '{blogs}에도 실림',
  untitled: '제목 없음',
  untitledStart: '제목 없음 — {start}',
  attachment: '첨부 파일',
  shortened: '피드를 작게 유지하려고 줄였습니다. 전문: {link}',
  feedNotice: '이것은 피드입니다. 이 주소를 피드 리더에 넣으면 새 글이 저절로 옵니다.',
  readOn: { other: '계속 읽기({count}단어, {minutes}분)' },
  readAll: '계속 읽기',
  quoted: '“{text}”',
  code: '“{title}”의 코드 {number}',
  table: '“{title}”의 표 {number}',
  picture: '그림: {text}',
  days: '일',
  months: '월',
  years: '연도',
  older: '이전: {date} →',
  newer: '← 다음: {date}',
  olderEntries: '이전 글',
  nothing: '아직 아무것도 없습니다',
  nothingRead: '이 플래닛의 블로그를 아직 읽지 못했습니다. {command} 명령으로 이유를 볼 수 있습니다.',
  nothingAdded:
    '아직 추가된 블로그가 없습니다. {file} 파일의 {key} 아래에 피드 주소를 적고 {command} 명령을 실행하세요.',
  nothingPosted: '아직 글이 없습니다.',
  updated: '업데이트: {time} ({zone})',
  times: '시간은 {zone} 기준입니다.',
  blogCount: { other: '블로그 {count}개' },
  ask: '추가나 삭제는 다음 주소로 문의하세요: {owner}',
  feeds: '피드',
  listOfBlogs: 'OPML(블로그 목록)',
  rights: '글의 저작권은 각 저자에게 있습니다.',
  software: '{name}(으)로 만들었습니다.',
  daysWithPosts: '글이 있는 날: {month}',
  allOf: '{month}의 모든 글',
  byMonth: '지난 글(월별)',
  website: '웹사이트',
  language: '언어',
  firstPost: '첫 글',
  lastPost: '마지막 글',
  noLongerListed: '이 블로그는 더 이상 플래닛에 속하지 않습니다. 여기에 실린 글은 남아 있습니다.',
  filedUnder: { other: '블로그 {count}개에 이 태그가 있습니다:' },
  posts: { other: '열두 달 동안 글 {count}개' },
  postsAndLast: '{posts}, 마지막 글 {date}',
  noPosts: '열두 달 동안 글 없음',
  feedStates: '피드 상태',
  blog: '블로그',
  state: '상태',
  stateFine: '읽음',
  stateNew: '아직 읽지 않음',
  statePaused: '일시 중지됨',
  stateServerError: '{date}부터 서버가 오류를 보냄',
  stateNoFeed: '{date}부터 읽을 수 있는 피드 없음',
  stateQuarantined: '{date}부터 확인 중: 다른 블로그인 듯함',
  stateQuiet: '{date}부터 조용함',
  notFound: '그런 페이지가 없습니다',
  notFoundText:
    '옮겨졌거나 처음부터 없었을 수 있습니다. 여기에 실린 글은 모두 {archive}에 있고, 최신 글은 {front}에 있습니다.',
  notFoundFront: '첫 페이지',
  notFoundArchive: '보관함',
  subscribeText:
    '이 주소를 피드 리더에 넣으면 여기에 실리는 글이 저절로 옵니다. 계정도, 메일 주소도, 알고리즘도 없습니다.',
  subscribeEverything: '전체',
  subscribeTag: '태그 하나만',
  subscribeList: '모든 블로그를 따로따로',
  subscribeListText: '이 목록을 피드 리더로 가져오면 리더가 각 블로그를 직접 구독합니다.',
  addressOf: '주소: {name}',
  copy: '복사',
  copied: '복사됨',
  tools: '읽기 도우미',
  markNew: '지난 방문 이후의 새 글 표시',
  isNew: '새 글',
  shortcuts: '키보드 단축키',
  shortcutList: 'j: 다음 글. k: 이전 글. n: 다음 날. p: 이전 날. o: 열기. /: 검색(있는 경우). ?: 이 목록.',
  weeks: '주',
  digestWeekly: '주간 모음',
  digestDaily: '일간 모음',
  digestText: '주마다 또는 날마다 글 하나에 모든 것을 담았습니다. 메일 서비스와 가끔 읽는 분을 위한 것입니다.',
  titles: '제목',
  onThisPage: '이 페이지의 내용',
  toTop: '맨 위로',
  textSize: '글자 크기',
  sizeSmall: '작게',
  sizeNormal: '보통',
  sizeLarge: '크게',
  longPosts: '긴 글',
  longAsIs: '이 페이지대로',
  longBrief: '앞부분만',
  longWhole: '전체',
  original: '원문',
  aboutPlanet: `# {title} 소개

{title}: 플래닛, 곧 한 커뮤니티가 쓴 글을 모은 페이지입니다. 모든 글은 누군가의 블로그에서 그 블로그가 내보내는 피드를 통해 오며, 원래 글로 이어집니다. [최신 글]({front})을 읽거나 [구독]({subscribe})하세요.

## 참여하려면

블로그에 피드가 있어야 하고(대부분 있습니다) 이곳 사람들에게 할 이야기가 있어야 합니다. {ask}

## 빠지려면

같은 방법으로 알려 주세요. 블로그를 목록에서 뺄 수 있고, 쓴 글도 이 페이지들에서 뺄 수 있습니다.

## 글의 주인

모든 글과 그림은 출처 블로그의 조건에 따라 각 저자의 것입니다. 이곳의 어떤 것도 이를 바꾸지 않습니다. 글의 내용은 저자의 의견입니다.

## 브라우저가 여기서 하는 일

이 페이지를 만드는 소프트웨어는 쿠키도 방문자 집계도 넣지 않습니다. 그림과 녹음은 각 블로그의 서버에서 오며, 브라우저는 어디에서 보고 있는지 알리지 않습니다. 이 페이지의 서버가 무엇을 기록하는지는 소프트웨어가 알 수 없습니다.`,
  aboutAsk: '블로그 주소를 적어 다음으로 보내 주세요: {owner}',
  aboutAskNobody: '이 플래닛의 운영자에게 문의하세요.',
}
