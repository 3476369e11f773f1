/** Where a bar stands, in the chart's own units; y grows downwards, as in SVG. */
export interface Bar {
  x: number
  y: number
  width: number
  height: number
}

export interface ChartSize {
  width: number
  height: number
}

/** A bar's part of the room that it has; the rest keeps it apart from the next. */
const BAR_SHARE = 0.6
const STEPS = [1, 2, 2.5, 5, 10]
const MOST_LINES = 4

/**
 * Pure: the values of the horizontal lines, from 0 to the first round one that no bar exceeds. Without any value above 0
 * the top is `least`, so that an empty chart has a scale, too.
 */
export function scaleLines(values: number[], least: number): number[] {
  const top = Math.max(...values, 0) || least
  const rough = top / MOST_LINES
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = (STEPS.find((nice) => nice * magnitude >= rough * (1 - 1e-9)) ?? 10) * magnitude
  const lines = Math.ceil((top / step) * (1 - 1e-9))
  return Array.from({ length: lines + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** Pure: a bar for each value, side by side; `top` is the value at the upper edge. */
export function bars(values: number[], top: number, { width, height }: ChartSize): Bar[] {
  const room = width / Math.max(values.length, 1)
  return values.map((value, index) => {
    const barHeight = (Math.min(Math.max(value, 0), top) / top) * height
    return { x: index * room + (room * (1 - BAR_SHARE)) / 2, y: height - barHeight, width: room * BAR_SHARE, height: barHeight }
  })
}
