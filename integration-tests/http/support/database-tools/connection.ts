import { Client } from "@medusajs/framework/pg"

/** A connection to a database of the test server, by the variables that Medusa's runner reads, too. */
export async function connectTo(database: string): Promise<Client> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const client = new Client({ host: DB_HOST, port: Number(DB_PORT), user: DB_USERNAME, password: DB_PASSWORD, database })
  await client.connect()
  return client
}

/** Runs `work` on the server's maintenance database. */
export async function onServer<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connectTo("postgres")
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
