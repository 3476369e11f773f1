import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * The id of the row that the filters find, or the one that `make` creates: this is what lets the seed run any number
 * of times on the same database.
 */
export async function findOrMake(
  container: MedusaContainer,
  entity: string,
  filters: Record<string, unknown>,
  make: () => Promise<string>,
): Promise<string> {
  return (await findId(container, entity, filters)) ?? (await make())
}

export async function findId(
  container: MedusaContainer,
  entity: string,
  filters: Record<string, unknown>,
): Promise<string | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data }: { data: unknown[] } = await query.graph({ entity, fields: ["id"], filters })
  const [row] = data
  const id = typeof row === "object" && row !== null && "id" in row ? row.id : undefined
  return typeof id === "string" ? id : undefined
}

/**
 * The first of what was just created or looked up.
 *
 * @throws Error when there is none
 */
export function first<T>(rows: readonly T[], what: string): T {
  const [row] = rows
  if (row === undefined) {
    throw new Error(`The seed found no ${what}.`)
  }
  return row
}
