import { removeTestDatabase } from "./test-database"

/** Jest's globalTeardown. */
export default async function globalTeardown(): Promise<void> {
  await removeTestDatabase()
}
