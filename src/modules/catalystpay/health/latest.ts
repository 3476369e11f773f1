/** Pure: the latest of some moments, any of which may be unknown. */
export function latest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((last, moment) => (moment && (!last || moment.getTime() > last.getTime()) ? moment : last), null)
}
