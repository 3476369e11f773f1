import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { FIRST_SKU, PRODUCTS, type DemoProduct } from "./catalog"
import { findId, first } from "./lookup"

/** More than a demo can sell. */
const STOCK = 1_000_000

export type ProductSurroundings = { sales_channel_id: string; shipping_profile_id: string; stock_location_id: string }

/** The products with variants, prices and stock. Answers the variant that scripts buy. */
export async function seedProducts(container: MedusaContainer, around: ProductSurroundings): Promise<string> {
  const handles = PRODUCTS.map((product) => product.handle)
  const found = await container.resolve(Modules.PRODUCT).listProducts({ handle: handles }, { select: ["id", "handle"] })
  const known = new Set(found.map((product) => product.handle))
  const missing = PRODUCTS.filter((product) => !known.has(product.handle))
  if (missing.length > 0) {
    await createProductsWorkflow(container).run({
      input: { products: missing.map((product) => asInput(product, around)) },
    })
  }
  await seedStock(container, around.stock_location_id)
  const variantId = await findId(container, "product_variant", { sku: FIRST_SKU })
  return first(variantId === undefined ? [] : [variantId], "product variant")
}

function asInput(product: DemoProduct, around: ProductSurroundings) {
  const { handle, title, description, weight, option, variants } = product
  return {
    handle,
    title,
    description,
    weight,
    status: ProductStatus.PUBLISHED,
    shipping_profile_id: around.shipping_profile_id,
    sales_channels: [{ id: around.sales_channel_id }],
    options: [{ title: option, values: variants.map((variant) => variant.title) }],
    variants: variants.map((variant) => ({
      title: variant.title,
      sku: variant.sku,
      options: { [option]: variant.title },
      prices: [{ currency_code: "eur", amount: variant.price }],
    })),
  }
}

async function seedStock(container: MedusaContainer, location_id: string): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const skus = PRODUCTS.flatMap((product) => product.variants.map((variant) => variant.sku))
  const items = await inventory.listInventoryItems({ sku: skus })
  const levels = await inventory.listInventoryLevels({ location_id, inventory_item_id: items.map(({ id }) => id) })
  const missing = items.filter(({ id }) => !levels.some((level) => level.inventory_item_id === id))
  if (missing.length > 0) {
    await createInventoryLevelsWorkflow(container).run({
      input: {
        inventory_levels: missing.map(({ id }) => ({ location_id, inventory_item_id: id, stocked_quantity: STOCK })),
      },
    })
  }
}
