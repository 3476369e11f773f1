import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { z } from "zod"
import catalystpayFeedProblem from "../../../src/subscribers/catalystpay-feed-problem"
import { NEXT_API_KEY } from "../support/environment"
import { eventually } from "../support/eventually"
import type { Shop } from "../support/shop-suite"

const feed = z.object({ notifications: z.array(z.looseObject({ id: z.string(), resource_id: z.string().nullable() })) })

export function problemFeed(shop: Shop): void {
  /** What the dashboard's bell asks for. */
  const inFeed = async () => feed.parse(await shop.admin.get("/admin/notifications?channel=feed&to[]=")).notifications

  async function anyProblem(): Promise<string> {
    await shop.admin.post("/admin/catalystpay/health/default/check")
    shop.sandbox.setApiKeys([NEXT_API_KEY])
    await shop.admin.post("/admin/catalystpay/health/default/check")
    return z.string().parse((await shop.database.one("select id from catalystpay_problem")).id)
  }

  const tell = (id: string, container = shop.container()) =>
    catalystpayFeedProblem({ event: { name: "", data: { id }, metadata: {} }, container, pluginOptions: {} })

  it("stands there once, with what is wrong and the way out", async () => {
    const id = await anyProblem()
    const [told] = await eventually(inFeed, (found) => found.length > 0)
    expect(told).toMatchObject({
      channel: "feed",
      resource_id: id,
      data: { title: "SEPA direct debit", description: expect.stringMatching(/^CatalystPay does not accept the API key\.\nSet /) as unknown },
    })
    await tell(id)
    expect(await inFeed()).toHaveLength(1)
  })

  it("is left out where the store has no provider for the feed", async () => {
    const id = await anyProblem()
    await eventually(inFeed, (found) => found.length > 0)
    await shop.database.rows("delete from notification returning id")
    const without = createMedusaContainer({}, shop.container())
    without.register(ContainerRegistrationKeys.CONFIG_MODULE, asValue({ modules: { notification: { options: { providers: [] } } } }))
    await tell(id, without)
    expect(await inFeed()).toEqual([])
  })
}
