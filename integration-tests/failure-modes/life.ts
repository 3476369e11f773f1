import type { FailureModes } from "./mode"

export const LIFE: FailureModes = {
  title: "Everything at once",
  modes: [
    {
      fault: "A process dies at any point at which one can, in a request, in the inbox or in a job",
      shopper: "At worst an error; pressing pay again is safe",
      merchant: "The debit as CatalystPay has it",
      heals: "Whoever comes next: the shopper, the inbox or a job",
      tests: ["ends in agreement with the gateway at each of its ends, and wherever a process dies"],
    },
    {
      fault: "Shopper, gateway, webhooks, clock, jobs and crashes come in any order, whatever CatalystPay answers where its documentation leaves it open",
      shopper: "One debit at most for what is bought",
      merchant: "Ledger, Medusa's books and CatalystPay agree to the cent, or a problem says what a person has to look at",
      heals: "By itself, when webhooks have arrived and the jobs have run",
      tests: ["ends in agreement with the gateway, whatever shopper, gateway, webhooks, clock and crashes do in whatever order"],
    },
  ],
}
