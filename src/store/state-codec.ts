import type { FeedState } from '../model.ts'
import { findOwn } from '../text/find-own.ts'
import { shareInstant } from '../text/share-instant.ts'

type DateKeys<T> = { [Key in keyof T]-?: NonNullable<T[Key]> extends Date ? Key : never }[keyof T]

/** The fields of a feed's state that are dates: the compiler demands each of them, and no other. */
const dates: { [Part in keyof Required<FeedState>]: Record<DateKeys<NonNullable<FeedState[Part]>>, true> } = {
  asked: { at: true },
  answer: { at: true, firstAt: true, freshUntil: true, fullAt: true },
  waiting: { since: true, until: true },
  failure: { since: true },
  moved: { since: true },
  gone: { since: true },
  retried: { since: true },
  quarantined: { since: true },
  about: { updated: true },
  intake: { since: true },
}

/** The parts of a state in the order in which they are written, and their dates. */
const parts = Object.entries(dates).map(([part, fields]) => [part as keyof FeedState, Object.keys(fields)] as const)

/** The state of a feed that was never asked. */
export const newState: FeedState = {
  asked: undefined,
  answer: undefined,
  waiting: undefined,
  failure: undefined,
  moved: undefined,
  gone: undefined,
  retried: undefined,
  quarantined: undefined,
  about: undefined,
  intake: undefined,
}

/** The only fields that most answers change: they have columns of their own. Instants in milliseconds. */
export type Asked = {
  asked_at: number | null
  status: number | null
  answered_at: number | null
  fresh_until: number | null
}

/** A state as it is stored: the instants of asking, and the rest as JSON, which does not change where a feed has no news. */
export function encodeState(state: FeedState): { rest: string; asked: Asked } {
  return { rest: encodeRest(state), asked: encodeAsked(state) }
}

export function encodeAsked({ asked, answer }: FeedState): Asked {
  return {
    asked_at: toNumber(asked?.at),
    status: asked?.status ?? null,
    answered_at: toNumber(answer?.at),
    fresh_until: toNumber(answer?.freshUntil),
  }
}

export function encodeRest(state: FeedState): string {
  const { answer } = state
  const kept = { ...state, asked: undefined, answer: answer && { ...answer, at: undefined, freshUntil: undefined } }
  return JSON.stringify(Object.fromEntries(parts.map(([part]) => [part, kept[part]])))
}

/** True where only the instants of asking differ, as after most answers; mostly decided without making JSON. */
export function isSameButTimes(before: FeedState, now: FeedState): boolean {
  // An answer without news leaves the other parts as the same objects.
  const isLeft = parts.every(([part]) => part === 'asked' || part === 'answer' || before[part] === now[part])
  return (isLeft && isSameAnswer(before.answer, now.answer)) || encodeRest(before) === encodeRest(now)
}

function isSameAnswer(before: FeedState['answer'], now: FeedState['answer']): boolean {
  if (before === undefined || now === undefined) return before === now
  const { at: _at, freshUntil: _until, validators, ...rest } = before
  const { at: _nowAt, freshUntil: _nowUntil, validators: nowValidators, ...nowRest } = now
  return haveSame(rest, nowRest) && haveSame(validators ?? {}, nowValidators ?? {})
}

/** In JSON, `undefined` and absent are the same. */
function haveSame(a: object, b: object): boolean {
  const keys = [...Object.keys(a), ...Object.keys(b)]
  return keys.every((key) => Reflect.get(a, key) === Reflect.get(b, key))
}

/** Decode what `encodeState` made. */
export function decodeState(rest: string, { asked_at, status, answered_at, fresh_until }: Asked): FeedState {
  const stored = JSON.parse(rest) as Partial<Record<keyof FeedState, Record<string, unknown>>>
  for (const [part, fields] of parts) {
    const values = stored[part]
    for (const field of values === undefined ? [] : fields) {
      const value = findOwn(values ?? {}, field)
      if (typeof value === 'string') Object.assign(values ?? {}, { [field]: shareInstant(Date.parse(value)) })
    }
  }
  const state = { ...newState, ...(stored as Partial<FeedState>) }
  state.asked = asked_at === null ? undefined : { at: shareInstant(asked_at), status: status ?? undefined }
  if (state.answer === undefined || answered_at === null) state.answer = undefined
  else {
    // Set on the object itself: V8 gives each copy made by spreading a hidden class of its own, 400 bytes for each feed.
    state.answer.at = shareInstant(answered_at)
    state.answer.freshUntil = fresh_until === null ? undefined : shareInstant(fresh_until)
  }
  return state
}

function toNumber(instant: Date | undefined): number | null {
  return instant === undefined ? null : +instant
}
