import { GatewayError } from "../../../src/gateway"
import { isDueForCapture } from "../../../src/modules/catalystpay/checkout/capture-policy"
import type { Delivery } from "../../../src/modules/catalystpay/webhooks/inbox"
import { isMoreThan } from "../../../src/modules/catalystpay/money/money"
import { outcomeOfError } from "../../../src/modules/catalystpay/webhooks/webhook-failure"
import type { World } from "./world"

/** Works the inbox off as the webhook route and the job do, without Medusa. */
export async function inbox(world: World, limit = 50): Promise<void> {
  for (const delivery of await world.parts.service.webhooks.claimDue(limit)) {
    await process(world, delivery)
  }
}

async function process(world: World, delivery: Delivery): Promise<void> {
  const { service } = world.parts
  await service.faults.at("after_webhook_was_claimed", null)
  try {
    const verdict = await service.webhooks.apply(delivery)
    if (verdict.retry) {
      await service.webhooks.retry(delivery, verdict.outcome)
      return
    }
    await service.faults.at("after_webhook_was_applied", verdict.debit_id)
    await service.webhooks.finish(delivery, verdict)
  } catch (error) {
    if (!(error instanceof GatewayError)) {
      throw error
    }
    await service.webhooks.retry(delivery, outcomeOfError(error))
  }
}

/** As the settling job does: one debit after the other, for an order that stands. */
export async function due(world: World, limit = 50): Promise<void> {
  const { service } = world.parts
  for (let count = 0; count < limit; count++) {
    const debit = await service.claimDueDebit()
    if (!debit) {
      return
    }
    await service.settleDueDebit(debit, async () => "order")
  }
}

/** Reads the gateway's own records, as it is done every hour. */
export async function reconcile(world: World): Promise<void> {
  await world.parts.service.reconciliation.readDue("default", async () => undefined)
}

export async function settleByTime(world: World): Promise<void> {
  const { upkeep } = world.parts.service
  for (const debit of await upkeep.dueToSettle(50, "")) {
    await upkeep.settle(debit)
  }
}

/** For carts that nobody came back to. */
export async function clean(world: World): Promise<void> {
  const { service } = world.parts
  const { cleaning } = service.upkeep
  await cleaning.destroySeals(50)
  for (const debit of await cleaning.abandoned(50, "")) {
    await service.cancelUnsubmitted(debit)
  }
  await cleaning.deleteOld(50)
}

/** Medusa books what the ledger says is money, and what went back of it without having been asked for. */
export async function agree(world: World): Promise<void> {
  const { service } = world.parts
  for (const debit of await world.debits()) {
    if (isDueForCapture(debit, "on_webhook")) {
      await service.recordCapture(debit)
    }
    if (!debit.captured_at) {
      continue
    }
    const { receipts } = await service.givenBack.of(debit.id)
    for (const { id, unasked_amount } of receipts.filter(({ booked_at }) => !booked_at)) {
      if (isMoreThan(unasked_amount, "0") && !world.refunds.has(id)) {
        world.refunds.set(id, { debit_id: debit.id, amount: unasked_amount })
        await service.faults.at("after_money_back_was_booked", debit.id)
      }
      await service.givenBack.markReceiptBooked(id)
    }
  }
}
