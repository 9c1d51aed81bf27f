/** The real time, but never the same twice: what was done later has a later time, also after a restart. */
export function tickingClock(): () => Date {
  let last = 0
  return () => new Date((last = Math.max(last + 1, Date.now())))
}
