/** The topics of which the operator is told at most once a day: our own network is down; publishers have nobody to ask; and so on. */
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
