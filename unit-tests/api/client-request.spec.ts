import { normaliseIp } from "../../src/api/support/client-request"

describe("the shopper's address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8::1"],
    ["::1", "::1"],
    ["203.0.113.7, 10.0.0.1", null],
    ["<script>", null],
    ["", null],
    [undefined, null],
  ])("%j is %j", (raw, expected) => {
    expect(normaliseIp(raw)).toBe(expected)
  })
})
