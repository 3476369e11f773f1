import { parseClusterArgs, readRunSize, UsageError } from "../../integration-tests/cluster/args"

const seed = () => 42

describe("the arguments of npm run test:cluster", () => {
  it("play 60 checkouts and 3 kills with dice of their own, unless told otherwise", () => {
    expect(parseClusterArgs([], seed)).toEqual({ checkouts: 60, kills: 3, seed: 42, rate_limits: false })
    const args = ["--checkouts", "200", "--kills=10", "--seed", "7", "--rate-limits"]
    expect(parseClusterArgs(args, seed)).toEqual({ checkouts: 200, kills: 10, seed: 7, rate_limits: true })
  })

  it("are handed to the tests as a text", () => {
    const size = parseClusterArgs(["--kills", "0"], seed)
    expect(readRunSize(JSON.stringify(size))).toEqual(size)
  })

  it.each(["--checkouts=0", "--checkouts=many", "--kills=-1", "--kills=1.5", "--seed=4294967296", "--checkuots=5", "60"])(
    "refuse %s",
    (argument) => {
      expect(() => parseClusterArgs([argument], seed)).toThrow(UsageError)
    },
  )

  it("ask for help", () => {
    expect(parseClusterArgs(["--help"], seed)).toBeNull()
  })
})
