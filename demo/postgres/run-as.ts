import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { OWN_SERVER } from "./platform"

/** The system user that PostgreSQL is run as. */
export type RunAs = { name: string; uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root, as one is in most containers. It is then run as `postgres` or `nobody`, both of
 * which exist nearly everywhere; system users are never created. Null: run as whoever we are.
 */
export function userToRunAs(): RunAs | null {
  if (process.getuid?.() !== 0) {
    return null
  }
  const user = unprivilegedUser(readFileSync("/etc/passwd", "utf8"))
  if (!user) {
    throw new Error(
      "PostgreSQL does not run as root, and this system has neither a user postgres nor a user nobody to run it as. " +
        `Start as another user. Or: ${OWN_SERVER}`,
    )
  }
  return user
}

/** Picks from the text of /etc/passwd (name:password:uid:gid:...). */
export function unprivilegedUser(passwd: string): RunAs | null {
  const users = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  return ["postgres", "nobody"].flatMap((name) => users.filter((user) => user.name === name))[0] ?? null
}

/**
 * Whether that user may read a file: every folder above it must let the user through, which a root's home does not.
 * Asked by trying, because permission bits alone know nothing of access lists.
 */
export function canRead(path: string, runAs: RunAs | null): boolean {
  if (!runAs) {
    return true
  }
  const { uid, gid } = runAs
  return spawnSync("/bin/sh", ["-c", '[ -r "$1" ]', "sh", path], { cwd: "/", stdio: "ignore", uid, gid }).status === 0
}
