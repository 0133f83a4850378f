import type { Translation } from './messages.ts'

/** Chinese in simplified characters. Not yet read by a native speaker. */
export const zhHans: Translation = {
  thousands: ',',
  gathers: '{name}：汇集一个社区的博客文章。',
  skip: '跳到正文',
  pages: '页面',
  latest: '最新',
  blogs: '博客',
  archive: '归档',
  about: '关于',
  subscribe: '订阅',
  subscriptions: '订阅列表（{count}）',
  tags: '标签',
  quiet: '久未更新',
  feed: '订阅源',
  feedOf: '{name} 的订阅源',
  unreachable: '自 {date}起无法访问',
  gone: '自 {date}起已消失',
  by: '{author}，{time}',
  alsoIn: '另见 {blogs}',
  untitled: '无标题',
  untitledStart: '无标题——{start}',
  attachment: '附件',
  shortened: '为保持订阅源精简已作删节；全文：{link}',
  feedNotice: '这是一个订阅源：把它的地址添加到阅读器，新文章就会自动送达。',
  readOn: { other: '继续阅读（{count} 字，{minutes}分钟）' },
  readAll: '继续阅读',
  quoted: '“{text}”',
  code: '“{title}”中的代码 {number}',
  table: '“{title}”中的表格 {number}',
  picture: '图片：{text}',
  days: '日',
  months: '月',
  years: '年',
  older: '更早：{date} →',
  newer: '← 更新：{date}',
  olderEntries: '更早的文章',
  nothing: '这里还没有内容',
  nothingRead: '本星球的博客尚未读取。运行 {command} 可查看原因。',
  nothingAdded: '尚未添加博客。请在 {file} 的 {key} 下写入订阅源地址，然后运行 {command}。',
  nothingPosted: '还没有文章。',
  updated: '更新于 {time}（{zone}）',
  times: '时间为 {zone} 时间。',
  blogCount: { other: '{count} 个博客' },
  ask: '如需加入或移除，请联系 {owner}。',
  feeds: '订阅源',
  listOfBlogs: 'OPML（博客列表）',
  rights: '文章版权归各作者所有。',
  software: '由 {name} 生成。',
  daysWithPosts: '{month}有文章的日子',
  allOf: '{month}的全部文章',
  byMonth: '往期文章（按月）',
  website: '网站',
  language: '语言',
  firstPost: '第一篇文章',
  lastPost: '最后一篇文章',
  noLongerListed: '该博客已不在本星球之列，已发表的文章仍然保留。',
  filedUnder: { other: '{count} 个博客属于此标签：' },
  posts: { other: '十二个月内 {count} 篇文章' },
  postsAndLast: '{posts}，最近一篇在 {date}',
  noPosts: '十二个月内没有文章',
  feedStates: '订阅源状态',
  blog: '博客',
  state: '状态',
  stateFine: '已读取',
  stateNew: '尚未读取',
  statePaused: '已暂停',
  stateServerError: '自 {date}起服务器返回错误',
  stateNoFeed: '自 {date}起没有可读的订阅源',
  stateQuarantined: '自 {date}起核查中：看起来是另一个博客',
  stateQuiet: '自 {date}起没有更新',
  notFound: '没有这个页面',
  notFoundText: '它可能已移动，也可能从未存在。这里发表过的一切都在{archive}中；最新内容在{front}。',
  notFoundFront: '首页',
  notFoundArchive: '归档',
  subscribeText: '把这个地址添加到阅读器，这里的新文章就会自动送达：无需账号，无需邮箱，没有算法。',
  subscribeEverything: '全部',
  subscribeTag: '仅一个标签',
  subscribeList: '所有博客，逐个订阅',
  subscribeListText: '可将此列表导入阅读器，由阅读器直接读取每个博客。',
  addressOf: '地址：{name}',
  copy: '复制',
  copied: '已复制',
  tools: '阅读辅助',
  markNew: '标记上次访问以来的新内容',
  isNew: '新',
  shortcuts: '键盘快捷键',
  shortcutList: 'j：下一篇。k：上一篇。o：打开。?：本列表。',
  aboutPlanet: `# 关于 {title}

{title} 是一个“星球”：汇集一个社区所写文章的页面。每篇文章都来自某个人自己的博客，通过该博客发布的订阅源获取，并链接回原文。欢迎阅读[最新文章]({front})或[订阅]({subscribe})。

## 如何加入

你的博客需要有订阅源（大多数博客都有），并且有话想对这里的读者说。{ask}

## 如何退出

方法相同。博客可以从列表中移除，它的文章也可以从这些页面中移除。

## 文章的归属

每篇文章、每张图片都属于其作者，并遵循来源博客的条款。这里的任何内容都不改变这一点。文章内容仅代表作者个人观点。

## 浏览器在这里做什么

生成这些页面的软件不会加入 Cookie，也不会加入计数器。图片和音频来自各博客自己的服务器，浏览器不会告诉它们你在哪里浏览。至于本站服务器记录了什么，软件无从得知。`,
  aboutAsk: '请把博客地址发给 {owner}。',
  aboutAskNobody: '请联系本星球的维护者。',
}
