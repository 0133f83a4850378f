// Loaded before the program, in a process of a test: its clock stands still at PLANET_TEST_CLOCK.
const now = Date.parse(process.env.PLANET_TEST_CLOCK ?? '')
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...words) {
    if (words.length === 0) super(now)
    else super(...words)
  }
  static now() {
    return now
  }
}
