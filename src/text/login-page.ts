/** What `HTML` says of a page that has a field for a password and announces no feed: other advice helps than with a blog's page. */
export const loginPage = 'is a page to log in at (HTML), not a feed'
