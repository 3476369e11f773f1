import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { anyFreePort } from "../ports"
import { isAlive } from "../processes"
import { prepareBinaries, type Binaries } from "./binaries"
import { dataFolder, giveTo, removeDataFolder } from "./data-folder"
import { givenServer } from "./given-server"
import { isPostmaster, postmasterPid } from "./processes"
import { OWN_SERVER } from "./platform"
import { run } from "./run"
import { userToRunAs, type RunAs } from "./run-as"
import { serverSettings } from "./settings"

export type PostgresServer = {
  /** `localhost`, not 127.0.0.1, for the embedded server: Medusa's test runner asks any other name for SSL. */
  host: string
  port: number
  user: string
  /** Empty for the embedded server, which trusts whoever reaches it on this machine. */
  password: string
  /** A connection URL; without a name the one of DATABASE_URL, or `medusa`. The database need not exist yet. */
  url(database?: string): string
  stop(): Promise<void>
}

export type PostgresOptions = {
  /** The folder for its data; made when it is missing, reused when it holds a server's data already. */
  dataDir: string
  /** Begin with an empty server. */
  fresh?: boolean
}

const USER = "postgres"
const STARTS = 3

/**
 * Starts a PostgreSQL of our own on a free port, from binaries that came with `npm ci`. With DATABASE_URL set nothing
 * is started and that server is handed out.
 *
 * It runs in a process group of its own, so that Ctrl-C does not end it before those who use it. A server that a killed
 * run left on the same folder is stopped first.
 *
 * @throws Error with one sentence that says what to do, when the machine can't run it
 */
export async function startPostgres({ dataDir, fresh = false }: PostgresOptions): Promise<PostgresServer> {
  if (process.env.DATABASE_URL) {
    return givenServer(process.env.DATABASE_URL)
  }
  const runAs = userToRunAs()
  const binaries = prepareBinaries(runAs)
  await clearPostgres(dataDir, { keepData: !fresh })
  const folder = dataFolder(dataDir, runAs)
  writeFileSync(ownerFile(dataDir), String(process.pid))
  giveTo(folder, runAs)
  if (!existsSync(join(folder, "PG_VERSION"))) {
    await initialise(binaries, folder, runAs)
  }
  const port = await start(binaries, folder, runAs)
  return {
    host: "localhost",
    port,
    user: USER,
    password: "",
    url: (database = "medusa") => `postgres://${USER}@localhost:${port}/${database}`,
    stop: () => stop(binaries, folder, runAs),
  }
}

/**
 * Stops a server that a killed run left on this folder, and removes its data unless told otherwise.
 *
 * @throws Error when the run that started it is still alive
 */
export async function clearPostgres(dataDir: string, { keepData }: { keepData: boolean }): Promise<void> {
  if (process.env.DATABASE_URL || !existsSync(dataDir)) {
    return
  }
  const runAs = userToRunAs()
  const folder = dataFolder(dataDir, runAs)
  const pid = postmasterPid(folder)
  if (pid !== null && isPostmaster(pid, folder)) {
    const owner = existsSync(ownerFile(dataDir)) ? Number(readFileSync(ownerFile(dataDir), "utf8")) : NaN
    if (Number.isInteger(owner) && owner !== process.pid && isAlive(owner)) {
      throw new Error(`The database in ${dataDir} is in use by process ${owner}. Stop that one first.`)
    }
    await stop(prepareBinaries(runAs), folder, runAs)
  }
  // PostgreSQL refuses to start over the file of a killed one when its process id was given out again.
  rmSync(join(folder, "postmaster.pid"), { force: true })
  if (!keepData) {
    removeDataFolder(dataDir)
  }
}

async function initialise({ initdb }: Binaries, folder: string, runAs: RunAs | null): Promise<void> {
  const args = ["-D", folder, "-U", USER, "--auth=trust", "--encoding=UTF8", "--no-sync", "--no-instructions"]
  // The machine may have no UTF-8 locale; PostgreSQL's own one knows upper and lower case of all letters.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const { code, output } = await run(initdb, [...args, ...locale], runAs)
  if (output.includes("look up effective user ID")) {
    throw new Error(
      `PostgreSQL wants the user it runs as to be listed in /etc/passwd, and user ${process.getuid?.()} is not. ` +
        `Run as another user. Or: ${OWN_SERVER}`,
    )
  }
  if (code !== 0) {
    throw new Error(`The embedded PostgreSQL could not make its data folder ${folder}:\n${output}`)
  }
}

async function start({ pg_ctl }: Binaries, folder: string, runAs: RunAs | null): Promise<number> {
  const log = join(folder, "server.log")
  let failure = ""
  for (let attempt = 0; attempt < STARTS; attempt++) {
    const port = await anyFreePort()
    const settings = join(folder, "postgresql.auto.conf")
    writeFileSync(settings, serverSettings(port))
    if (runAs) {
      chownSync(settings, runAs.uid, runAs.gid)
    }
    rmSync(log, { force: true })
    const { code, output } = await run(pg_ctl, ["start", "-D", folder, "-l", log, "-w", "-t", "60", "-s"], runAs)
    if (code === 0) {
      return port
    }
    failure = existsSync(log) ? readFileSync(log, "utf8").trim() : output
  }
  throw new Error(`The embedded PostgreSQL did not start:\n${failure}`)
}

async function stop({ pg_ctl }: Binaries, folder: string, runAs: RunAs | null): Promise<void> {
  for (const mode of ["fast", "immediate"]) {
    const { code } = await run(pg_ctl, ["stop", "-D", folder, "-m", mode, "-w", "-t", "20", "-s"], runAs)
    if (code === 0 || postmasterPid(folder) === null) {
      return
    }
  }
}

function ownerFile(dataDir: string): string {
  return join(dataDir, "owner.pid")
}
