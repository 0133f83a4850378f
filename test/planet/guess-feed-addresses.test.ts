import { expect, test } from 'vitest'
import { guessFeedAddresses } from '../../src/planet/guess-feed-addresses.ts'
import { guessKnownFeed } from '../../src/planet/guess-known-feed.ts'

const channel = 'UCabcdefghijklmnopqrstuv'
const known = [
  {
    name: 'YouTube channel',
    page: `https://www.youtube.com/channel/${channel}/videos`,
    feed: `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
  },
  {
    name: 'YouTube playlist',
    page: 'https://m.youtube.com/playlist?list=PL123',
    feed: 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123',
  },
  { name: 'YouTube name: its page announces the feed', page: 'https://www.youtube.com/@somebody', feed: undefined },
  { name: 'Mastodon profile', page: 'https://social.example/@ada', feed: 'https://social.example/@ada.rss' },
  { name: 'a post on Mastodon is no profile', page: 'https://social.example/@ada/1234', feed: undefined },
  {
    name: 'Blogger',
    page: 'https://ada.blogspot.com/2024/05/a-post.html',
    feed: 'https://ada.blogspot.com/feeds/posts/default',
  },
  {
    name: 'Blogger, country',
    page: 'http://ada.blogspot.co.uk/',
    feed: 'http://ada.blogspot.co.uk/feeds/posts/default',
  },
  { name: 'Medium, person', page: 'https://medium.com/@ada', feed: 'https://medium.com/feed/@ada' },
  {
    name: 'Medium, publication',
    page: 'https://medium.com/better-code/a-post-12ab',
    feed: 'https://medium.com/feed/better-code',
  },
  { name: 'Medium, host of its own', page: 'https://ada.medium.com/about', feed: 'https://ada.medium.com/feed' },
  {
    name: 'GitHub repository',
    page: 'https://github.com/ada/engine',
    feed: 'https://github.com/ada/engine/releases.atom',
  },
  {
    name: 'GitHub releases',
    page: 'https://github.com/ada/engine/releases/tag/v1',
    feed: 'https://github.com/ada/engine/releases.atom',
  },
  { name: 'GitHub tags', page: 'https://github.com/ada/engine/tags', feed: 'https://github.com/ada/engine/tags.atom' },
  {
    name: 'GitHub commits',
    page: 'https://github.com/ada/engine/commits/main',
    feed: 'https://github.com/ada/engine/commits/main.atom',
  },
  { name: 'GitHub person', page: 'https://github.com/ada', feed: 'https://github.com/ada.atom' },
  { name: 'Substack', page: 'https://ada.substack.com/p/a-post', feed: 'https://ada.substack.com/feed' },
  { name: 'Reddit', page: 'https://old.reddit.com/r/xmpp/', feed: 'https://www.reddit.com/r/xmpp/.rss' },
  { name: 'any blog', page: 'https://blog.example/about/', feed: undefined },
]

test.each(known)('guessKnownFeed: $name', ({ page, feed }) => {
  expect(guessKnownFeed(new URL(page))).toBe(feed)
})

test('guessFeedAddresses: below the page, then at the root, each once', () => {
  expect(guessFeedAddresses(new URL('https://a.example/blog?x#y')).slice(0, 2)).toEqual([
    'https://a.example/blog/feed',
    'https://a.example/blog/atom.xml',
  ])
  expect(guessFeedAddresses(new URL('https://a.example/blog'))).toContain('https://a.example/feed.json')
  expect(guessFeedAddresses(new URL('https://a.example/'))).toHaveLength(6)
  expect(guessFeedAddresses(new URL('https://a.example/index.html'))).toEqual(
    guessFeedAddresses(new URL('https://a.example/')),
  )
})
