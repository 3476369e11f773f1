/**
 * The server's settings, written to postgresql.auto.conf, which PostgreSQL reads last.
 *
 * The data is a demo's or a test's: nothing is forced to disk, which makes migrations about twice as fast and costs
 * nothing but the data of a machine that loses power.
 */
export function serverSettings(port: number): string {
  const settings: Record<string, string> = {
    listen_addresses: "localhost",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    log_checkpoints: "off",
  }
  return Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`).join("")
}
