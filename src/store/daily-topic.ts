/** What the operator is told of once a day at most: that our own network is down; that publishers have nobody to ask; and so on. */
export type DailyTopic =
  | 'outage'
  | 'owner'
  | 'clock'
  | 'faces'
  | 'notes'
  | 'theme'
  | 'plugins'
  | 'hub'
  | 'search'
  | 'pictures'
