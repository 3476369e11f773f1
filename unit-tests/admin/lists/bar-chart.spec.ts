import { bars, scaleLines } from "../../../src/admin/lib/lists/bar-chart"

describe("scaleLines", () => {
  it.each([
    [[0.0123, 0.004], [0, 0.005, 0.01, 0.015]],
    [[0.02], [0, 0.005, 0.01, 0.015, 0.02]],
    [[0.1], [0, 0.025, 0.05, 0.075, 0.1]],
    [[1], [0, 0.25, 0.5, 0.75, 1]],
    [[0.33, 0.5, 0.61], [0, 0.2, 0.4, 0.6, 0.8]],
    [[0.0001], [0, 0.000025, 0.00005, 0.000075, 0.0001]],
  ])("ends at the first round line that %p do not exceed", (values, lines) => {
    expect(scaleLines(values, 0.01)).toEqual(lines)
  })

  it("has a scale for a chart without any value", () => {
    expect(scaleLines([0, 0], 0.01)).toEqual([0, 0.0025, 0.005, 0.0075, 0.01])
    expect(scaleLines([], 0.01).at(-1)).toBe(0.01)
  })
})

describe("bars", () => {
  it("stand on the lower edge, as high as their value, inside their own room", () => {
    expect(bars([0.5, 1, 0], 1, { width: 300, height: 100 })).toEqual([
      { x: 20, y: 50, width: 60, height: 50 },
      { x: 120, y: 0, width: 60, height: 100 },
      { x: 220, y: 100, width: 60, height: 0 },
    ])
  })

  it("never leave the chart", () => {
    const [over, under] = bars([2, -1], 1, { width: 100, height: 10 })
    expect([over?.y, over?.height]).toEqual([0, 10])
    expect([under?.y, under?.height]).toEqual([10, 0])
  })
})
