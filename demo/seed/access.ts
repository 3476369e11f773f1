import {
  createApiKeysWorkflow,
  createCustomerAccountWorkflow,
  createUserAccountWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { findId, first } from "./lookup"

/** The publishable key of the storefront: its token. */
export async function seedPublishableKey(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const [found] = await container.resolve(Modules.API_KEY).listApiKeys({ type: "publishable" }, { take: 1 })
  const key = found ?? (await makeKey(container))
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [salesChannelId] } })
  return key.token
}

async function makeKey(container: MedusaContainer): Promise<{ id: string; token: string }> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Storefront", type: "publishable", created_by: "" }] },
  })
  return first(result, "publishable key")
}

/** Somebody who may log in to the dashboard. */
export async function seedAdmin(container: MedusaContainer, email: string, password: string): Promise<void> {
  if (await findId(container, "user", { email })) {
    return
  }
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: { email, password } })
  if (!authIdentity) {
    throw new Error(`The admin user ${email} could not be registered: ${error ?? "no reason given"}`)
  }
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData: { email, first_name: "Demo", last_name: "Admin" } },
  })
}

export type RegisteredCustomer = { email: string; password: string; first_name: string; last_name: string }

/** Somebody who may log in to the shop. */
export async function seedCustomer(container: MedusaContainer, customer: RegisteredCustomer): Promise<void> {
  const { email, password, ...names } = customer
  if (await findId(container, "customer", { email, has_account: true })) {
    return
  }
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: { email, password } })
  if (!authIdentity) {
    throw new Error(`The customer ${email} could not be registered: ${error ?? "no reason given"}`)
  }
  await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, customerData: { email, ...names } },
  })
}
