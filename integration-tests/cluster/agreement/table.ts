import { fromCents } from "./cents"
import type { Facts } from "./facts"

/** What happened around the checkouts. */
export interface Circumstances {
  seed: number
  kills: string[]
  gateway_calls: number
  gateway_calls_cut: number
  webhooks_sent: number
  webhooks_arrived: number
  /** Sessions that were ended at CatalystPay by the merchant's hand. */
  ended_by_hand: number
  seconds: { checkouts: number; until_agreed: number }
}

/** The agreement, as Markdown: what each side holds of the money, and how the shoppers fared. */
export function agreementTable(facts: Facts, around: Circumstances): string {
  const { gateway, ledger, orders, payments, deliveries, problems, checkouts } = facts
  const approved = ledger.filter(({ status }) => status === "approved")
  const standing = payments.filter(({ canceled }) => !canceled)
  const placed = orders.filter(({ canceled, problem_codes }) => !canceled && problem_codes.length === 0)
  const troubled = orders.filter(({ canceled, problem_codes }) => !canceled && problem_codes.length > 0)
  const received = deliveries.reduce((sum, { received_count }) => sum + received_count, 0)
  return [
    `### Agreement after ${checkouts.length} checkouts and ${around.kills.length} kills (seed ${around.seed})`,
    "",
    ...table(
      ["side", "what it counts", "number", "sum in EUR"],
      [
        ["CatalystPay", "debits accepted", gateway.length, sum(gateway.map(({ cents }) => cents))],
        ["ledger", "debits approved", approved.length, sum(approved.map(({ cents }) => cents))],
        ["ledger", "of them captured", approved.filter(({ captured_cents }) => captured_cents > 0).length, sum(approved.map(({ captured_cents }) => captured_cents))],
        ["Medusa", "payments captured", standing.filter(({ captures }) => captures > 0).length, sum(standing.map(({ captured_cents }) => captured_cents))],
        ["Medusa", "orders", placed.length, sum(placed.map(({ total_cents }) => total_cents))],
        ["Medusa", "orders with an open problem", troubled.length, sum(troubled.map(({ total_cents }) => total_cents))],
        ["Medusa", "paid for orders", placed.filter(({ paid_cents }) => paid_cents > 0).length, sum(placed.map(({ paid_cents }) => paid_cents))],
      ],
    ),
    "",
    ...table(
      ["scenario", "checkouts", "ordered", "declined for good", "left", "gave up"],
      [...new Set(checkouts.map(({ scenario }) => scenario))].sort().map((scenario) => {
        const own = checkouts.filter((checkout) => checkout.scenario === scenario)
        const ended = (kind: string) => own.filter(({ ending }) => ending.kind === kind).length
        return [scenario, own.length, ended("ordered"), ended("declined"), ended("left"), ended("gave_up")]
      }),
    ),
    "",
    ...table(
      ["around them", ""],
      [
        ["debits by state in the ledger", counted(ledger.map(({ status }) => status))],
        ["open problems", counted(problems.map(({ code }) => code))],
        ["killed", around.kills.join(", ") || "nobody"],
        ["calls to CatalystPay", `${around.gateway_calls}, of them ${around.gateway_calls_cut} cut after it had acted`],
        ["webhooks", `${around.webhooks_sent} sent three times each, ${around.webhooks_arrived} arrived, ${received} taken for ${deliveries.length} rows of the inbox`],
        ["sessions ended by the merchant's hand", around.ended_by_hand],
        ["checkouts took", `${around.seconds.checkouts} s`],
        ["all agreed", `${around.seconds.until_agreed} s after the last kill`],
      ],
    ),
  ].join("\n")
}

function table(head: string[], rows: (string | number)[][]): string[] {
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`
  return [line(head), line(head.map(() => "---")), ...rows.map(line)]
}

function sum(cents: number[]): string {
  return fromCents(cents.reduce((total, each) => total + each, 0))
}

function counted(words: string[]): string {
  const counts = new Map<string, number>()
  words.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1))
  return [...counts].sort().map(([word, count]) => `${count} ${word}`).join(", ") || "none"
}
