import * as runnersDatabase from "@medusajs/test-utils/dist/database"
import { z } from "zod"
import { createMigrated } from "./migrated-template"
import { RowKeeper } from "./row-keeper"

interface Named {
  databaseName: string
}

/** What Medusa's runner makes, keeps and gives back its database with; its own type leaves it open. */
const databaseTools = z.looseObject({ create: z.unknown(), snapshot: z.unknown(), restore: z.unknown(), dropTemplate: z.unknown() })

/**
 * Medusa's runner migrates an empty database for every file, and before every test drops it, copies it anew from a template
 * and lets every connection begin again. Here a file begins with what another has migrated, the tables that a test wrote
 * to get their rows back, and connections stay.
 */
export function useQuickDatabases(): void {
  const { dbTestUtilFactory } = runnersDatabase
  jest.spyOn(runnersDatabase, "dbTestUtilFactory").mockImplementation(() => {
    const keeper = new RowKeeper()
    return Object.assign(databaseTools.parse(dbTestUtilFactory()), {
      create: createMigrated,
      snapshot: ({ databaseName }: Named) => keeper.keep(databaseName),
      restore: () => keeper.giveBack(),
      dropTemplate: () => keeper.close(),
    })
  })
}
