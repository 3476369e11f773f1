import { nextStepOf } from "../../src/modules/catalystpay/checkout/queue"

const NOW = new Date("2026-11-25T12:00:00Z")
const hoursAgo = (hours: number) => ({ queued_at: new Date(NOW.getTime() - hours * 3_600_000) })

describe("a debit that waits for its turn", () => {
  it.each([
    ["is submitted for its order", 1, "order", "submit"],
    ["waits for an order that is still being placed", 1, "no_order", "wait"],
    ["is cancelled with its order", 1, "cancelled_order", "cancel"],
    ["is submitted up to 24 hours later", 24, "order", "submit"],
    ["expires after 24 hours", 24.01, "order", "expire"],
    ["expires after 24 hours without an order", 24.01, "no_order", "expire"],
    ["is cancelled with its order even then", 30, "cancelled_order", "cancel"],
  ] as const)("%s", (_what, hours, payee, step) => {
    expect(nextStepOf(hoursAgo(hours), payee, NOW)).toBe(step)
  })
})
